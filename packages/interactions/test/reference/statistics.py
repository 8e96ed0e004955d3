"""Reference values for the statistics of @synth/interactions/evaluate, by numpy and scipy.

    python statistics.py > statistics.json
"""

import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(20240101)


def gini(x):
    x = np.sort(x)
    n = len(x)
    return 2 * np.sum(np.arange(1, n + 1) * x) / (n * x.sum()) - (n + 1) / n


def power_law(counts, min_tail=10):
    best = None
    for xmin in np.unique(counts)[:-1]:
        tail = counts[counts >= xmin]
        n = len(tail)
        if n < min_tail:
            break
        alpha = 1 + n / np.log(tail / (xmin - 0.5)).sum()
        ks = max(
            abs((tail > v).mean() - ((v + 0.5) / (xmin - 0.5)) ** (1 - alpha)) for v in np.unique(tail)
        )
        if best is None or ks < best["ks"]:
            best = {"alpha": alpha, "xmin": int(xmin), "tailShare": n / len(counts), "ks": ks}
    return best


def burstiness(times):
    values = []
    for t in times:
        gaps = np.diff(np.sort(t))
        if len(gaps) >= 2 and gaps.mean() > 0:
            values.append((gaps.std() - gaps.mean()) / (gaps.std() + gaps.mean()))
    return float(np.median(values))


def case(users, items, skew, activity):
    """Users by items, popularity rank^-skew, two groups that prefer their half of the items."""
    counts = np.clip(np.rint(8 + activity * np.exp(0.9 * rng.standard_normal(users))), 1, items // 2).astype(int)
    x = np.zeros((users, items))
    times = np.full((users, items), np.nan)
    for u in range(users):
        w = (1 + np.arange(items)) ** -skew * np.where(np.arange(items) % 2 == u % 2, 4, 1)
        chosen = rng.choice(items, counts[u], replace=False, p=w / w.sum())
        x[u, chosen] = 1
        gaps = np.rint(1000 * np.exp(6 + 2 * rng.standard_normal(counts[u])))
        times[u, chosen] = 1.7e12 + np.cumsum(gaps)
    x = x[:, x.sum(0) > 0]
    times = times[:, ~np.isnan(times).all(0)]
    by_item = x.sum(0)
    by_user = x.sum(1)
    log = np.log(by_item)
    together = x.T @ x > 0
    n = x.shape[1]
    s, loc, scale = stats.lognorm.fit(by_user)
    hours = ((times[x > 0] // 3_600_000) % 24).astype(int)
    u, i = np.nonzero(x)
    return {
        "rows": x.shape[0],
        "cols": n,
        "userIndices": u.tolist(),
        "itemIndices": i.tolist(),
        "timestamps": times[u, i].tolist(),
        "expected": {
            "density": x.mean(),
            "itemGini": gini(by_item),
            "userGini": gini(by_user),
            "top1": np.sort(by_item)[::-1][: round(0.01 * n)].sum() / by_item.sum(),
            "top10": np.sort(by_item)[::-1][: round(0.1 * n)].sum() / by_item.sum(),
            "support2": (by_item >= 2).mean(),
            "support3": (by_item >= 3).mean(),
            "support5": (by_item >= 5).mean(),
            "lognormal": {
                "mu": log.mean(),
                "sigma": log.std(),
                "ks": stats.kstest(log, "norm", args=(log.mean(), log.std())).statistic,
            },
            "powerLaw": power_law(by_item),
            "userActivity": {"s": s, "loc": loc, "scale": scale},
            "coOccurrence": (together.sum() - n) / (n * (n - 1)),
            "singularValues": np.linalg.svd(x, compute_uv=False)[:20].tolist(),
            "cosineDensity": together.mean(),
            "burstiness": burstiness([times[k][x[k] > 0] for k in range(users)]),
            "diurnalPeak": np.bincount(hours, minlength=24).max() / len(hours) * 24,
        },
    }


print(
    json.dumps(
        {
            "madeWith": f"numpy {np.__version__}, scipy {__import__('scipy').__version__}",
            "cases": {
                "dense": case(50, 110, 0.6, 9),
                "longTail": case(100, 300, 1.1, 12),
            },
            "shiftedLognormal": [
                {"counts": c.tolist(), "fit": dict(zip(("s", "loc", "scale"), stats.lognorm.fit(c)))}
                for c in (np.rint(k + m * np.exp(v * rng.standard_normal(400))) for k, m, v in ((18.7, 39, 1.4), (5, 60, 0.8)))
            ],
        },
        default=float,
    )
)
