from dataclasses import dataclass
from pathlib import Path
dataclass(Path)
def f(n):
    return 0
