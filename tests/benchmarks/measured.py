"""How long something takes, as a row to print: beside its floor or its peer, measured in one run.

A floor is what cannot be done without, such as writing the same bytes; a peer is another program
that does the same work. All durations are in seconds.
"""

import time
from collections.abc import Callable, Sequence

from pytest_benchmark.fixture import BenchmarkFixture

Durations = Sequence[float]


def taken(benchmark: BenchmarkFixture, act: Callable[[], object], rounds: int) -> Durations:
    """How long each of `rounds` calls of `act` took, one more to warm up left out."""
    benchmark.pedantic(act, rounds=rounds, warmup_rounds=1)
    return benchmark.stats.stats.data


def timed(act: Callable[[], object], rounds: int) -> Durations:
    """The same without pytest-benchmark's own report: for the floor and the peers."""
    act()
    durations: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        durations.append(time.perf_counter() - start)
    return durations


def timed_once(act: Callable[[], object]) -> Durations:
    """How long one call took: for a floor or a peer that takes turns with what is measured."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start,)


def percentile(durations: Durations, share: float) -> float:
    """The duration that `share` of them (0.5, 0.99) do not exceed: one that was measured."""
    ranked = sorted(durations)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def print_row(name: str, durations: Durations, beside: str = "", other: Durations = ()) -> None:
    """Prints name, p50, p99, and where there is one the floor or peer with the ratio of medians."""
    p50, p99 = percentile(durations, 0.5), percentile(durations, 0.99)
    row = f"{name:<44} p50 {_ms(p50)}  p99 {_ms(p99)}"
    if other:
        median = percentile(other, 0.5)
        row += f"  {beside} {_ms(median)}  ratio {p50 / median:.2f}"
    print(f"\n{row}", end=" ", flush=True)  # pytest's dot follows


def print_budget(what: str, measured: float, budget: float, unit: str) -> None:
    """Prints a figure beside its budget, and whether it is within it."""
    verdict = "within" if measured <= budget else "OVER"
    print(f"  [{what} {measured:.1f} {unit}, budget {budget} {unit}: {verdict}]", end=" ")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.3f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"
