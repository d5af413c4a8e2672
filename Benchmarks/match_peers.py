"""One peer that compares names, as a process of its own: scores each pair and says what comparing alone cost.

    PYTHON Benchmarks/match_peers.py PEER PAIRS.tsv OUT.json

Each line of PAIRS.tsv has two names. What a peer makes ready beforehand is not charged.
"""

import json
import pathlib
import sys
import time

# A peer that is done sooner compares all pairs again, so that the clock can tell.
LEAST_SECONDS = 0.5


def rapidfuzz(pairs):
    """fuzz.ratio of each pair."""
    from rapidfuzz.fuzz import ratio

    compared, began = 0, time.process_time()
    while time.process_time() - began < LEAST_SECONDS:
        scores = [ratio(one, other) for one, other in pairs]
        compared += len(pairs)
    return scores, compared, time.process_time() - began


def nomenklatura(pairs):
    """logic-v2 on companies; each pair once before the clock runs, so that its names are analysed already."""
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()
    scores, used = [], 0
    for number, pair in enumerate(pairs):
        # What is known of an entity is remembered by its identifier.
        one, other = (
            EntityProxy.from_dict({"id": f"{side}-{number}", "schema": "Company", "properties": {"name": [name]}})
            for side, name in zip("ab", pair)
        )
        algorithm.compare(one, other, config)
        began = time.process_time()
        result = algorithm.compare(one, other, config)
        used += time.process_time() - began
        scores.append(result.score)
    return scores, len(pairs), used


def main(peer, pairs_path, out):
    pairs = [line.split("\t") for line in pathlib.Path(pairs_path).read_text(encoding="utf-8").splitlines()]
    scores, compared, cpu = {"rapidfuzz": rapidfuzz, "nomenklatura": nomenklatura}[peer](pairs)
    pathlib.Path(out).write_text(json.dumps({"scores": scores, "compared": compared, "cpu": cpu}), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
