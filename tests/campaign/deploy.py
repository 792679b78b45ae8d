"""What ci/deploy/ gives, parsed, and its commands run as they are written against a small campaign: only folders and
what a machine gives a pod, a task or a service are put in their place.

usage: with_postgres deploy.py CLAIRLINT
"""
import os
import re
import shlex
import shutil
import subprocess
import sys

import yaml

import hosts
import lib
import tables

DEPLOY = os.path.join(os.path.dirname(os.path.dirname(lib.HERE)), 'ci', 'deploy')
SITES = [number for number in range(60) if hosts.character(number) == 'plain'][:9]
SERVER = ('PGHOST', 'PGDATABASE', 'PGUSER', 'PGPASSWORD')
read = set()


def text_of(name):
    read.add(name)
    with open(os.path.join(DEPLOY, name), encoding='utf-8') as file:
        return file.read()


class Machine:
    """A folder where clairlint is in the path and that stands for the root."""

    def __init__(self, place, program, name):
        self.root = os.path.join(place, name)
        self.bin = os.path.join(place, 'bin')
        os.makedirs(self.bin, exist_ok=True)
        if not os.path.exists(os.path.join(self.bin, 'clairlint')):
            os.symlink(program, os.path.join(self.bin, 'clairlint'))

    def at(self, path):
        whole = self.root + path
        os.makedirs(whole, exist_ok=True)
        return whole

    def moved(self, word, folders):
        for folder in folders:
            word = re.sub(r'(?<![\w./])%s(?=[/ "]|$)' % re.escape(folder), lambda match: self.at(folder), word)
        return word

    def start(self, words, folder, **variables):
        environment = {'PATH': self.bin + ':' + os.environ['PATH'], 'SOURCE_DATE_EPOCH': '1790000000', **variables}
        return subprocess.Popen(words, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)

    def run(self, what, words, folder, wanted=0, **variables):
        process = self.start(words, folder, **variables)
        return ended(what, process, wanted)


def ended(what, process, wanted=0):
    said = process.communicate(timeout=300)[0]
    lib.check(process.returncode == wanted, '%s: exit %d: %s' % (what, process.returncode, said[-600:]))
    return said


def write_sites(path, server):
    with open(path, 'w', encoding='utf-8') as out:
        out.write('organisation,adresse,propre\n')
        for number in SITES:
            out.write('Ville %d,%s,oui\n' % (number, server.address(number)))


def server_variables():
    return {name: os.environ.get(name, '') for name in SERVER}


# --- Kubernetes ---

def pod_of(name, claims):
    """The job and its container, held to what a cluster with Pod Security « restricted » asks."""
    jobs = list(yaml.safe_load_all(text_of(name)))
    lib.check(len(jobs) == 1 and jobs[0]['apiVersion'] == 'batch/v1' and jobs[0]['kind'] == 'Job', name + ' is no job')
    pod = jobs[0]['spec']['template']['spec']
    container = pod['containers'][0]
    lib.check(pod['restartPolicy'] in ('Never', 'OnFailure'), name + ': a job cannot be restarted so')
    lib.check(pod['securityContext']['runAsNonRoot'] and pod['securityContext']['seccompProfile']['type'] == 'RuntimeDefault'
              and container['securityContext'] == {'allowPrivilegeEscalation': False, 'readOnlyRootFilesystem': True,
                                                   'capabilities': {'drop': ['ALL']}}, name + ': has rights')
    lib.check(container['image'].startswith('registry.example/clairlint:'), name + ': another image')
    lib.check({volume['name'] for volume in pod['volumes']} == {mount['name'] for mount in container['volumeMounts']},
              name + ': a volume is not mounted, or not there')
    lib.check({list(volume)[1] for volume in pod['volumes']} <= claims, name + ': a volume of another kind')
    return jobs[0]['spec'], container


def command_of(machine, container):
    """The image has ENTRYPOINT clairlint: `args` alone are its words."""
    folders = [mount['mountPath'] for mount in container['volumeMounts'] if mount['mountPath'] != '/tmp']
    return [machine.moved(word, folders) for word in container.get('command', ['clairlint']) + container['args']]


def variables_of(container):
    return {one['name']: one['value'] for one in container.get('env', [])}


def kubernetes_shards(place, program, server):
    machine = Machine(place, program, 'shards')
    spec, container = pod_of('kubernetes-shards.yml', {'configMap', 'persistentVolumeClaim', 'emptyDir'})
    merge_spec, merge = pod_of('kubernetes-merge.yml', {'configMap', 'persistentVolumeClaim', 'emptyDir'})
    parts = spec['completions']
    lib.check(spec['completionMode'] == 'Indexed', 'shards: no index')
    for one in (container, merge):
        lib.check(variables_of(one)['PARTS'] == str(parts), 'PARTS is not completions')
    write_sites(machine.at('/campagne') + '/sites.csv', server)
    for turn in range(2): # two months: each pod finds the history of its part
        for index in range(parts):
            shutil.rmtree(machine.at('/travail'))
            machine.run('shard %d' % index, command_of(machine, container), machine.at('/travail'),
                        JOB_COMPLETION_INDEX=str(index), **variables_of(container))
        shutil.rmtree(machine.at('/travail'))
        machine.run('merge', command_of(machine, merge), machine.at('/travail'), **variables_of(merge))
    return tables.of_file(machine.at('/parts') + '/sites.db')


def kubernetes_workers(place, program, server):
    machine = Machine(place, program, 'workers')
    spec, prepare = pod_of('kubernetes-prepare.yml', {'configMap', 'emptyDir'})
    workers, worker = pod_of('kubernetes-workers.yml', {'emptyDir'})
    lib.check(workers['completionMode'] == 'Indexed' and workers['completions'] == workers['parallelism'],
              'workers: not all at once')
    for one in (prepare, worker):
        lib.check(one['envFrom'] == [{'secretRef': {'name': 'clairlint-postgres'}}], 'no secret')
    write_sites(machine.at('/campagne') + '/sites.csv', server)
    said = machine.run('prepare', command_of(machine, prepare), place, **server_variables())
    lib.check('À faire\u00a0: %d.' % len(SITES) in said, 'prepare says ' + said)
    running = [machine.start(command_of(machine, worker), machine.at('/travail'), **server_variables())
               for pod in range(workers['completions'])]
    for process in running:
        ended('worker', process)


# --- Compose ---

def compose(place, program, server):
    """A second round, on the database of kubernetes_workers."""
    machine = Machine(place, program, 'compose')
    whole = yaml.safe_load(text_of('compose.yml'))
    services = whole['services']
    given = services['db']['environment']
    for name in ('prepare', 'worker'):
        one = services[name]
        asked = one['environment']
        lib.check(one['image'].startswith('registry.example/clairlint:') and one['read_only'] and one['cap_drop'] == ['ALL'],
                  name + ': another image, or rights')
        lib.check(set(asked) == set(SERVER) and asked['PGHOST'] in services, name + ': no server')
        lib.check((asked['PGDATABASE'], asked['PGUSER'], asked['PGPASSWORD']) == tuple(
            given['POSTGRES_' + key] for key in ('DB', 'USER', 'PASSWORD')), name + ': not the user that the server makes')
    lib.check(services['worker']['depends_on']['prepare']['condition'] == 'service_completed_successfully' and
              services['prepare']['depends_on']['db']['condition'] == 'service_healthy', 'compose: the order')
    source, target, mode = services['prepare']['volumes'][0].split(':')
    lib.check((source, mode) == ('./sites.csv', 'ro'), 'compose: sites.csv')
    write_sites(machine.at(os.path.dirname(target)) + '/sites.csv', server)
    words = {name: ['clairlint'] + [machine.moved(word, ['/campagne']) for word in services[name]['command']]
             for name in ('prepare', 'worker')}
    machine.run('compose prepare', words['prepare'], place, **server_variables())
    running = [machine.start(words['worker'], machine.at('/site%d' % number), **server_variables())
               for number in range(services['worker']['deploy']['replicas'])]
    for process in running:
        ended('compose worker', process)
    merged = os.path.join(place, 'merged.db')
    lib.run(program, 'campaign', 'merge', machine.at('/campagne') + '/sites.csv', 'postgresql://', '--store', merged)
    return tables.of_file(merged)


# --- systemd ---

def setting(unit, name):
    return re.findall(r'^%s=(.*)$' % name, unit, re.MULTILINE)


def systemd(place, program, server):
    machine = Machine(place, program, 'systemd')
    units = {name: text_of('clairlint-campagne' + name) for name in ('.service', '-reprise.service', '.timer')}
    folders = ['/etc/clairlint', '/var/lib/clairlint']
    write_sites(machine.at('/etc/clairlint') + '/sites.csv', server)
    first, again = (setting(units[name], 'ExecStart')[0] for name in ('.service', '-reprise.service'))
    lib.check(again == first.replace(' run ', ' resume '), 'the two units do not have the same campaign')
    for name in ('.service', '-reprise.service'):
        for key, value in (('DynamicUser', 'yes'), ('ProtectSystem', 'strict'), ('StateDirectory', 'clairlint')):
            lib.check(setting(units[name], key) == [value], '%s: %s' % (name, key))
    for turn, line in enumerate((first, again, first)): # the second has nothing to do
        words = shlex.split(line)
        lib.check(words[0] == '/usr/bin/clairlint', 'another program: ' + words[0])
        said = machine.run('unit', ['clairlint'] + [machine.moved(word, folders) for word in words[1:]],
                           machine.at('/var/lib/clairlint'))
        lib.check(('rien à faire' in said) == (turn == 1), 'turn %d says %s' % (turn, said))
    if shutil.which('systemd-analyze') is None:
        print('systemd-analyze is not there: the units were read, not verified')
        return tables.of_file(machine.at('/var/lib/clairlint') + '/sites.db')
    folder = machine.at('/units')
    for name, unit in units.items():
        with open(os.path.join(folder, 'clairlint-campagne' + name), 'w', encoding='utf-8') as file:
            file.write(unit.replace('/usr/bin/clairlint', os.path.join(machine.bin, 'clairlint')))
    paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    said = machine.run('verify', ['systemd-analyze', 'verify', '--man=no', '--recursive-errors=no', *paths], folder)
    lib.check('clairlint-campagne' not in said, 'systemd-analyze verify: ' + said)
    for path in paths:
        if path.endswith('.service'):
            machine.run('security', ['systemd-analyze', 'security', '--offline=true', '--threshold=20', path], folder)
    for moment in setting(units['.timer'], 'OnCalendar'):
        machine.run('calendar', ['systemd-analyze', 'calendar', moment], folder)
    return tables.of_file(machine.at('/var/lib/clairlint') + '/sites.db')


# --- Slurm ---

def slurm(place, program, server):
    """The script, then the line that its head gives to merge; twice, as two months."""
    machine = Machine(place, program, 'slurm')
    script = text_of('slurm.sh')
    folder = machine.at('/home')
    count = int(re.search(r'^#SBATCH --array=1-(\d+)$', script, re.MULTILINE)[1])
    merge = re.search(r"--wrap='(.*)'", script)[1]
    lib.check('of-%d.db' % count in merge, 'slurm.sh: another count of parts')
    write_sites(os.path.join(folder, 'sites.csv'), server)
    for turn in range(2):
        for task in range(1, count + 1):
            machine.run('task %d' % task, ['sh', os.path.join(DEPLOY, 'slurm.sh'), 'sites.csv'], folder,
                        SLURM_ARRAY_TASK_ID=str(task), SLURM_ARRAY_TASK_COUNT=str(count))
        machine.run('merge', ['sh', '-c', merge], folder)
    return tables.of_file(os.path.join(folder, 'sites.db'))


def main():
    program = os.path.abspath(sys.argv[1])
    with lib.folder() as place:
        server = lib.Hosts(place)
        kubernetes_workers(place, program, server)
        told = {'compose': compose(place, program, server), 'shards': kubernetes_shards(place, program, server),
                'slurm': slurm(place, program, server), 'systemd': systemd(place, program, server)}
        server.stop()
    rows = told['systemd']
    lib.check(sum(line.startswith('crawl ') for line in rows) == 2 * len(SITES), 'not two rounds of all sites')
    for name, own in told.items():
        lib.check(own == rows, '%s: %s' % (name, tables.first_difference(own, rows)))
    lib.check(read == set(os.listdir(DEPLOY)), 'not tried: %s' % (set(os.listdir(DEPLOY)) - read))
    print('%d files, 2 rounds of %d sites in each way, %d rows' % (len(read), len(SITES), len(rows)))
    lib.finish()


main()
