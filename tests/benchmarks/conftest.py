"""Benchmarks run when they are asked for, `python3 run.py bench`, and never among the tests."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves this folder out unless `--benchmark-enable` is given."""
    asked = config.getoption("benchmark_enable", default=False)
    return None if asked else True
