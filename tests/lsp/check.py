#!/usr/bin/env python3
"""Every check_NAME of the modules beside this file, each with a server and a folder of its own, some at a time.
usage: check.py PROGRAM FOLDER [NAME…]"""
import concurrent.futures
import importlib
import os
import pathlib
import sys
import tempfile
import traceback

AT_ONCE = 4


def run(program, name, check):
    """What went wrong, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            check(program, pathlib.Path(folder).resolve())
            return ""
        except Exception:
            return f"FAULT: {name}\n{traceback.format_exc()}"


def main():
    program = os.path.abspath(sys.argv[1])
    sys.path.insert(0, os.path.abspath(sys.argv[2]))
    modules = [importlib.import_module(name) for name in ("features", "hostile")]
    checks = {name: check for module in modules for name, check in vars(module).items()
        if name.startswith("check_") and (len(sys.argv) == 3 or name in sys.argv[3:])}
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        faults = [fault for fault in pool.map(lambda one: run(program, *one), sorted(checks.items())) if fault]
    print("".join(faults), end="")
    print(f"{len(checks)} checks, {len(faults)} faults")
    return 0 if checks and not faults else 1


sys.exit(main())
