#!/usr/bin/env python3
"""Does by hand what a builder of images does with ci/Containerfile, in bare roots; then runs clairlint there without
rights, on a root that cannot be written. As root, with network.
usage: ci/image-check.py ARCHIVE.tar FOLDER"""
import json, os, re, shlex, shutil, subprocess, sys

archive, folder = sys.argv[1], os.path.abspath(sys.argv[2])
with open("ci/Containerfile", encoding="utf-8") as file:
    lines = re.sub(r"\\\n", " ", file.read()).splitlines()
instructions = [line.split(None, 1) for line in lines if line.strip() and not line.startswith("#")]
stages = {}
root, state = None, {}


def inside(path):
    path = os.path.normpath(os.path.join(state["folder"], path))
    return root + path


def in_root(words, user="0:0", prefix=()):
    uid, gid = user.split(":")
    return [*prefix, "chroot", f"--userspec={uid}:{gid}", root, "/usr/bin/env", "-i", "--chdir=" + state["folder"],
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin", *(f"{name}={value}" for name, value in state["env"].items()), *words]


def copy(words):
    source_root = None
    if words[0].startswith("--from="):
        source_root = stages[words.pop(0)[len("--from="):]]
    *sources, target = words
    for source in sources:
        if source_root is None:
            # The sources of the last commit, as .containerignore leaves them.
            assert source == ".", source
            os.makedirs(inside(target), exist_ok=True)
            archived = subprocess.run(["git", "archive", "HEAD"], check=True, capture_output=True).stdout
            subprocess.run(["tar", "-x", "-C", inside(target)], input=archived, check=True)
        else:
            os.makedirs(os.path.dirname(inside(target)), exist_ok=True)
            subprocess.run(["cp", "-a", source_root + source, inside(target)], check=True)


for name, rest in instructions:
    print(f"{name} {rest}", flush=True)
    if name == "FROM":
        image, *alias = rest.split()
        assert image == "debian:12-slim", image
        key = alias[1] if alias else "last"
        root = os.path.join(folder, key)
        subprocess.run(["ci/bare-root.sh", archive, root], check=True)
        stages[key] = root
        state = {"folder": "/", "env": {}, "user": "0:0", "entry": [], "command": []}
    elif name == "WORKDIR":
        state["folder"] = os.path.normpath(os.path.join(state["folder"], rest))
        os.makedirs(inside("."), exist_ok=True)
    elif name == "COPY":
        copy(shlex.split(rest))
    elif name == "RUN":
        subprocess.run(in_root(["sh", "-c", rest]), check=True, stdout=subprocess.DEVNULL)
    elif name == "ENV":
        variable, _, value = rest.partition("=")
        state["env"][variable] = value
    elif name == "USER":
        state["user"] = rest
    elif name in ("ENTRYPOINT", "CMD"):
        state["entry" if name == "ENTRYPOINT" else "command"] = json.loads(rest)
    else:
        sys.exit(f"{name}: not known here")

# --read-only --tmpfs /tmp, in a space of mounts of its own.
frozen = ["unshare", "--mount", "sh", "-ec",
          'mount --bind "$0" "$0"; mount -o remount,bind,ro "$0"; mount -t tmpfs tmpfs "$0/tmp"; exec "$@"', root]


def run(arguments, wanted):
    done = subprocess.run(in_root([*state["entry"], *arguments], state["user"], frozen), capture_output=True, text=True)
    print(f"clairlint {' '.join(arguments)}: {done.returncode}")
    if done.returncode != wanted:
        sys.exit(f"{done.returncode} instead of {wanted}: {done.stderr}")
    return done.stdout


assert state["user"].split(":")[0] != "0", "runs as root"
assert "clairlint site" in run(state["command"], 0)
assert "clairlint" in run(["--version"], 0)
report = run(["check", "/usr/share/doc/clairlint/examples/sample", "--format", "text=/tmp/a.txt", "--format", "json"], 1)
assert len(json.loads(report)["pages"]) > 10
run(["check", "/usr/share/doc/clairlint/examples/sample", "--output", "/site/report.html"], 2)
print("image: built, and runs without rights on a root that cannot be written")
