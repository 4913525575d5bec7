#!/bin/sh
# Makes the Python environment that the scripts in this folder, and `npm run bench -- training`, compare with.
set -e
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/pip install --quiet -r requirements.txt
.venv/bin/python -c "import torch; print('PyTorch', torch.__version__)"
