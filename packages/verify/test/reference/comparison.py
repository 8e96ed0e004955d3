"""Reference values for the comparison of two data sets in @synth/verify, by numpy, scipy and scikit-learn, independently
of the code under test.

Run: python3 comparison.py            (writes comparison.json beside itself)
"""
import json
import pathlib
import platform

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

rng = np.random.default_rng(20241126)


def ks():
    for a, b in (
        (rng.normal(0, 1, 30), rng.normal(0.5, 2, 41)),
        (rng.integers(0, 5, 25), rng.integers(1, 7, 18)),
        (np.arange(4.0), np.arange(4.0) + 10),
    ):
        yield {"a": a.tolist(), "b": b.tolist(), "score": 1 - stats.ks_2samp(a, b).statistic}


def tv():
    for a, b in ((rng.integers(0, 4, 40), rng.integers(0, 6, 33)), (rng.integers(0, 3, 9), rng.integers(3, 5, 9))):
        p, q = (np.bincount(x, minlength=10) / len(x) for x in (a, b))
        yield {"a": a.tolist(), "b": b.tolist(), "score": 1 - np.abs(p - q).sum() / 2}


def correlation():
    x, y = rng.normal(size=(2, 30))
    u, v = rng.normal(size=(2, 25))
    w = u + v
    yield {
        "a": [x.tolist(), (x + y).tolist()],
        "b": [u.tolist(), (-w).tolist()],
        "score": 1 - abs(stats.pearsonr(x, x + y)[0] - stats.pearsonr(u, -w)[0]) / 2,
    }


def contingency():
    a = rng.integers(0, [[4], [3]], (2, 50))
    b = rng.integers(0, [[5], [3]], (2, 37))
    table = lambda c: np.histogram2d(c[0], c[1], bins=[np.arange(7), np.arange(7)])[0] / c.shape[1]
    yield {"a": a.tolist(), "b": b.tolist(), "score": 1 - np.abs(table(a) - table(b)).sum() / 2}


def kendall():
    for n, top in ((5, 100), (5, 3), (9, 4)):
        a, b = rng.integers(0, top, (2, n))
        yield {"a": a.tolist(), "b": b.tolist(), "tau": stats.kendalltau(a, b)[0]}


def delong(scores, labels):
    """The standard error by the definition: all pairs."""
    ones, zeros = scores[labels == 1], scores[labels == 0]
    wins = (ones[:, None] > zeros) + (ones[:, None] == zeros) / 2
    return np.sqrt(wins.mean(1).var(ddof=1) / len(ones) + wins.mean(0).var(ddof=1) / len(zeros))


def auc():
    for n, digits in ((40, 8), (60, 1)):
        labels = rng.integers(0, 2, n)
        scores = np.round(rng.normal(labels * 0.7, 1), digits)
        yield {
            "scores": scores.tolist(),
            "labels": labels.tolist(),
            "auc": roc_auc_score(labels, scores),
            "error": delong(scores, labels),
        }


def logistic():
    x = rng.normal(size=(60, 3))
    labels = (x @ [1.5, -0.7, 0] + rng.logistic(size=60) > 0.3).astype(int)
    for penalty in (0.01, 1, 60):
        model = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=10_000).fit(x, labels)
        yield {
            "values": x.ravel().tolist(),
            "labels": labels.tolist(),
            "lambda": penalty,
            "weights": model.coef_[0].tolist(),
            "intercept": model.intercept_[0],
        }


def matrix(users, items):
    x = rng.random((users, items)) < rng.beta(1, 2, items) + 0.05
    x[np.arange(users), np.arange(users) % items] = True
    x[np.arange(items) % users, np.arange(items)] = True
    return x.astype(int)


def taste_vectors(x):
    """As the doc comment of tasteVectors has it, dense."""
    counts, own = x.sum(0), x.sum(1)
    head = np.zeros(len(counts))
    head[np.argsort(-counts, kind="stable")[: int(0.1 * len(counts) + 0.5)]] = 1
    shared = x.T @ x
    chance = (own * (own - 1)).sum() / own.sum() ** 2
    for row in x:
        items = np.flatnonzero(row)
        logs = np.log(counts[items])
        i, j = np.triu_indices(len(items), 1)
        i, j = items[i], items[j]
        norm = np.sqrt(counts[i] * counts[j])
        cosines = shared[i, j] / norm
        yield [
            np.log(len(items)),
            logs.mean(),
            logs.std(),
            head[items].mean(),
            *([cosines.mean(), cosines.std(), cosines.mean() / (norm * chance).mean()] if len(items) > 1 else [0, 0, 0]),
        ]


def features(x, times):
    """As the doc comment of featureTables has it, dense; None where there is no value."""
    users, items = np.nonzero(x)
    popularity, activity = np.log(x.sum(0)), np.log(x.sum(1))
    own = [items[users == u] for u in range(len(x))]
    moments = [sorted(times[users == u]) for u in range(len(x))]
    gaps = [np.diff(t) for t in moments]
    before = [max([s for s in moments[u] if s < t], default=None) for u, t in zip(users, times)]
    hours = times // 3_600_000
    return {
        "users": {
            "activity": activity.tolist(),
            "popularity": [popularity[i].mean() for i in own],
            "spread": [popularity[i].std() for i in own],
            "days": [np.log1p((t[-1] - t[0]) / 86_400_000) for t in moments],
            "burstiness": [(g.std() - g.mean()) / (g.std() + g.mean()) if len(g) > 1 else None for g in gaps],
        },
        "items": {
            "popularity": popularity.tolist(),
            "activity": [activity[users[items == i]].mean() for i in range(x.shape[1])],
        },
        "pairs": {
            "activity": activity[users].tolist(),
            "popularity": popularity[items].tolist(),
            "hour": (hours % 24).tolist(),
            "weekday": ((hours // 24 + 3) % 7).tolist(),
            "gap": [None if b is None else np.log1p((t - b) / 1000) for t, b in zip(times, before)],
        },
    }


def matrices():
    for users, items in ((12, 20), (30, 25)):
        x = matrix(users, items)
        user, item = np.nonzero(x)
        times = 1_700_000_000_000 + rng.permutation(len(user) * 50)[: len(user)] * 777_777
        yield {
            "users": user.tolist(),
            "items": item.tolist(),
            "times": times.tolist(),
            "vectors": [float(v) for row in taste_vectors(x) for v in row],
            "features": features(x, times),
        }


result = {
    "made": {
        "script": "comparison.py",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
    },
    **{make.__name__: list(make()) for make in (ks, tv, correlation, contingency, kendall, auc, logistic, matrices)},
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, default=float) + "\n")
