"""The encoder: sentences and words a second on one and on two threads, in one process and in one for each core.

Beside them the machine's own peak (multiplying two matrices in float32), the time to load and the memory held.
"""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hudhud.read.encoder import Encoder

__all__ = ["add_arguments", "run"]

# Sentences of news length, 13 to 45 words and 26 on average, as in the sets of newswire; names and figures vary.
_FRAMES = (
    "Fighters of the {name} Brigade seized the town of Kafr {name} on Thursday, killing at least {n} soldiers.",
    "“We will not leave {name} until every prisoner is free,” the interior minister, Salim {name}, told reporters.",
    "The two sides blamed each other for the strike, which hit a market in the old part of {name} shortly after noon "
    "and wounded {n} people, among them several children who had come to buy bread with their mothers, doctors said.",
    "Talks between the government and the opposition, which began in {name} last week, ended without an agreement.",
    "A spokesman denied that the army's jets had bombed the hospital.",
    "According to the ministry of health, {n} people have died since fighting broke out on 12 March 2014, most of them "
    "in the northern suburbs, where the {name} Front still holds three districts and the road to the airport.",
    "The United Nations urged both parties to let aid convoys reach {name}, where {n} families are trapped.",
    "Protesters marched through {name} for the third day, demanding that the governor resign and that the {n} men who "
    "were arrested on Sunday be released.",
)
_NAMES = ("Zita", "Haddad", "Mansour", "Tell", "Khoury", "Nasser", "Omar", "Suran")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--float-model", type=Path, help="folder of the float model, to time beside the one that ships")
    parser.add_argument("--sentences", type=int, default=2000)


def run(float_model: Path | None = None, sentences: int = 2000) -> dict[str, object]:
    """Rates of each way to run it; a rate counts whole readings, from text to analyses."""
    texts = _texts(sentences)
    began = time.perf_counter()
    one = Encoder.load()
    load = time.perf_counter() - began
    n_words = sum(len(analysis.words) for analysis in one.read(texts[:64])) / 64
    measured: dict[str, object] = {
        "model": one.version,
        "sentences": sentences,
        "words_per_sentence": round(n_words, 1),
        "load_seconds": round(load, 3),
        "words_per_second_1_thread": _rate(one, texts),
        "words_per_second_2_threads": _rate(Encoder.load(threads=2), texts),
        "words_per_second_all_cores": _rate_of_processes(texts),
        "processes": os.cpu_count(),
        "matmul_gflops": round(_matmul_gflops(), 1),
        "peak_memory_mb_one_process": _memory(),
        "load_average": round(os.getloadavg()[0], 1),
    }
    if float_model is not None:
        measured["words_per_second_1_thread_float"] = _rate(Encoder.load(float_model), texts[: len(texts) // 4])
    return measured


def _texts(n: int) -> list[str]:
    return [_FRAMES[at % 8].format(name=_NAMES[at * 7 // 8 % 8], n=at % 900 + 2) for at in range(n)]


def _rate(encoder: Encoder, texts: list[str]) -> int:
    encoder.read(texts[:64])
    began = time.perf_counter()
    words = sum(len(analysis.words) for analysis in encoder.read(texts))
    return round(words / (time.perf_counter() - began))


def _read_share(texts: list[str]) -> tuple[float, float, int]:
    encoder = Encoder.load()
    encoder.read(texts[:64])
    began = time.time()
    words = sum(len(analysis.words) for analysis in encoder.read(texts))
    return began, time.time(), words


def _rate_of_processes(texts: list[str]) -> int:
    count = os.cpu_count() or 1
    with ProcessPoolExecutor(count) as pool:
        shares = list(pool.map(_read_share, [texts] * count))
    took = max(end for _, end, _ in shares) - min(start for start, _, _ in shares)
    return round(sum(words for _, _, words in shares) / took)


def _matmul_gflops(size: int = 1024, times: int = 8) -> float:
    import numpy as np

    left = np.ones((size, size), dtype=np.float32)
    left @ left
    began = time.perf_counter()
    for _ in range(times):
        left @ left
    return 2 * size**3 * times / (time.perf_counter() - began) / 1e9


def _memory() -> float:
    """Peak of a fresh process that loads the model and reads the texts: asked of a child, since this one holds two."""
    code = (
        "import re,pathlib;from bench.speeds.encoder import _texts;from hudhud.read.encoder import Encoder;"
        "e=Encoder.load();e.read(_texts(1000));"
        "print(re.search(r'VmHWM:\\s+(\\d+)',pathlib.Path('/proc/self/status').read_text())[1])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return round(int(said) / 1024, 1)
