"""Reference values for the measures of @synth/verify and the models behind them, by numpy, scipy and scikit-learn.

    python measures.py > measures.json
"""

import json

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.metrics import adjusted_rand_score, ndcg_score

rng = np.random.default_rng(20240601)


def purity(clusters, classes):
    return sum(np.bincount(classes[clusters == c]).max() for c in np.unique(clusters)) / len(classes)


def partitions():
    for n, k, noise in ((60, 3, 0.0), (80, 4, 0.3), (120, 6, 1.0), (20, 1, 0.0)):
        classes = rng.integers(k, size=n)
        clusters = np.where(rng.random(n) < noise, rng.integers(k + 1, size=n), classes)
        yield {
            "clusters": clusters.tolist(),
            "classes": classes.tolist(),
            "adjustedRandIndex": adjusted_rand_score(classes, clusters),
            "purity": purity(clusters, classes),
        }


def matrix(users, items):
    """Two tastes, every user and item with at least two entries."""
    likes = np.where((np.arange(users)[:, None] + np.arange(items)) % 2 == 0, 0.6, 0.15)
    x = (rng.random((users, items)) < likes).astype(float)
    x[np.arange(users), np.arange(users) % items] = 1
    x[np.arange(users), (np.arange(users) + 3) % items] = 1
    return x


def item_knn(x, k, shrink):
    """Of each target, the k nearest items; a user's score is the sum over those that the user has."""
    shared = x.T @ x
    norms = np.sqrt(x.sum(0))
    cosine = shared / (np.outer(norms, norms) + shrink)
    np.fill_diagonal(cosine, 0)
    near = np.zeros_like(cosine)
    descending = -np.sort(-cosine, axis=1)
    # Ties at the border are broken by lot, which is not the same here.
    if (descending[:, k - 1] - descending[:, k]).min() < 1e-9:
        return None
    for target in range(len(cosine)):
        order = np.argsort(-cosine[target], kind="stable")[:k]
        near[target, order] = cosine[target, order]
    return x @ near.T


def ease(x, ridge):
    p = np.linalg.inv(x.T @ x + ridge * np.eye(x.shape[1]))
    b = -p / np.diag(p)
    np.fill_diagonal(b, 0)
    return x @ b


def ials(x, factors, alpha, ridge, sweeps=3000):
    """Alternating weighted least squares to convergence. Several beginnings have to meet at one optimum."""
    results = []
    for _ in range(4):
        u = rng.standard_normal((x.shape[0], factors)) * 0.1
        v = rng.standard_normal((x.shape[1], factors)) * 0.1

        def solve(target, columns):
            out = np.empty((len(target), factors))
            for r, row in enumerate(target):
                c = 1 + alpha * row
                out[r] = np.linalg.solve(columns.T @ (c[:, None] * columns) + ridge * np.eye(factors), columns.T @ (c * row))
            return out

        for _ in range(sweeps):
            u = solve(x, v)
            v = solve(x.T, u)
        results.append(u @ v.T)
    assert max(np.abs(one - results[0]).max() for one in results) < 1e-9
    return results[0]


def models():
    x = matrix(40, 12)
    while item_knn(x, 5, 2.5) is None:
        x = matrix(40, 12)
    norm = x / np.sqrt(np.outer(x.sum(1), x.sum(0)))
    u, i = np.nonzero(x)
    return {
        "rows": x.shape[0],
        "cols": x.shape[1],
        "userIndices": u.tolist(),
        "itemIndices": i.tolist(),
        "singularValuesScaled": np.linalg.svd(norm, compute_uv=False)[:5].tolist(),
        # Up to the sign of each pair of vectors.
        "firstTwoSides": (lambda s: [np.abs(s[0][:, :2]).tolist(), np.abs(s[2][:2].T).tolist()])(np.linalg.svd(norm)),
        "itemKnn": item_knn(x, 5, 2.5).tolist(),
        "ease": ease(x, 4).tolist(),
        "ials": ials(x, 2, 3, 1.5).tolist(),
    }


def ranking():
    """Lists, held-out items, and what they are worth."""
    users, items, k = 9, 30, 10
    lists = [rng.permutation(items)[:k].tolist() for _ in range(users)]
    wanted = [np.sort(rng.choice(items, rng.integers(1, 15), replace=False)).tolist() for _ in range(users)]
    scores = []
    for one, test in zip(lists, wanted):
        truth = np.zeros(items)
        truth[test] = 1
        order = np.zeros(items)
        order[one] = np.arange(k, 0, -1)
        scores.append(ndcg_score([truth], [order], k=k, ignore_ties=True))
    return {
        "k": k,
        "items": items,
        "lists": lists,
        "wanted": wanted,
        "ndcg": np.mean(scores),
        "ndcgError": stats.sem(scores, ddof=1),
        "recall": np.mean([len(set(a) & set(b)) / len(b) for a, b in zip(lists, wanted)]),
        "coverage": len(set(sum(lists, []))) / items,
    }


def ratings():
    users = rng.integers(40, size=1500)
    items = np.minimum(rng.geometric(0.05, size=1500) - 1, 59)
    values = np.clip(np.rint(3.3 + 0.4 * rng.standard_normal(40)[users] - 0.02 * items + rng.standard_normal(1500)), 1, 5)
    count = np.bincount(items, minlength=60)
    total = np.bincount(items, weights=values, minlength=60)
    film = np.array([6.1, 11.4, 27.2, 34.2, 21.2])
    enough = count >= 5
    return {
        "users": users.tolist(),
        "items": items.tolist(),
        "values": values.tolist(),
        "ratingDistance": np.abs(np.bincount(values.astype(int), minlength=6)[1:] / 1500 - film / film.sum()).sum() / 2,
        "userMeanSd": np.std([values[users == u].mean() for u in np.unique(users)]),
        "itemMeanSd": np.std((total / np.maximum(count, 1))[count >= 20]),
        "popularityQuality": stats.spearmanr(count[enough], total[enough] / count[enough]).statistic,
    }


def sessions():
    gap = 30 * 60_000
    times = [np.sort(np.cumsum(np.where(rng.random(n) < 0.4, rng.integers(gap, 9 * gap, n), rng.integers(0, gap + 1, n)))) for n in (1, 2, 7, 30, 55)]
    lengths = np.concatenate([np.diff(np.concatenate([[0], np.flatnonzero(np.diff(t) > gap) + 1, [len(t)]])) for t in times])
    return {"times": [t.tolist() for t in times], "sessionLength": lengths.mean(), "oneEventSessions": (lengths == 1).mean()}


def plays():
    counts = [np.maximum(1, np.rint(np.exp(3 + 1.2 * rng.standard_normal(n)))) for n in (1, 3, 8, 20, 41, 12)]
    top = [np.sort(c)[::-1] / c.sum() for c in counts]
    return {
        "plays": [c.tolist() for c in counts],
        "playsSigma": np.log(np.concatenate(counts)).std(),
        "topItemShare": np.median([t[0] for t in top]),
        "topFiveShare": np.median([t[:5].sum() for t in top]),
    }


print(
    json.dumps(
        {
            "madeWith": f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
            "partitions": list(partitions()),
            "models": models(),
            "ranking": ranking(),
            "ratings": ratings(),
            "sessions": sessions(),
            "plays": plays(),
        },
        default=float,
    )
)
