#!/bin/sh
# Slurm: a job array, each task with its part of the sites. The stores come beside the file of the campaign.
#   parts=$(sbatch --parsable slurm.sh sites.csv)
#   sbatch --dependency="afterok:$parts" --wrap='clairlint campaign merge sites.csv sites.*-of-16.db'
# A task that is stopped or requeued goes on where it was.
# Where the folder is on network storage, give --store on the disk of the node, and copy it back as
# kubernetes-shards.yml does: SQLite does not work there.
#SBATCH --job-name=clairlint
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --time=24:00:00
#SBATCH --signal=TERM@120
#SBATCH --requeue
set -eu
exec clairlint campaign run "$1" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
	--contact https://www.exemple.fr/contact --quiet
