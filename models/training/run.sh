#!/bin/sh
# Trains, exports and checks the name model; settings are environment variables, see README.md beside this.
# PYTHON names an interpreter that has requirements.txt installed; without it a virtual environment is made in work/.
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${PYTHON:-}" ]; then
  environment=models/training/work/venv
  if [ ! -x "$environment/bin/python" ]; then
    python3 -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --requirement models/training/requirements.txt
  fi
  PYTHON="$environment/bin/python"
fi
# Large tensors are freed and taken again at every step: keeping the memory saves a fifth of the time.
export MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456
exec "$PYTHON" -m models.training "$@"
