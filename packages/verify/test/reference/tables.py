"""Reference values for figures of plain tables in @synth/verify, by numpy, scipy and scikit-learn.

    python tables.py > tables.json
"""

import json

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.neighbors import NearestNeighbors

rng = np.random.default_rng(20240715)


def visits():
    """Events of 40 users: kinds, items and times in seconds; a session is events with gaps of at most 30 minutes."""
    rows = []
    for user in range(40):
        n = min(60, int(np.ceil(rng.lognormal(1.2, 1.1))))
        gaps = np.where(rng.random(n) < 0.6, rng.integers(0, 1801, n), rng.integers(1801, 200_000, n))
        times = 1_700_000_000 + np.cumsum(gaps)
        for t in times:
            kind = rng.choice(["view", "cart", "purchase", "wishlist"], p=[0.75, 0.12, 0.08, 0.05])
            rows.append((user, int(rng.integers(12)), str(kind), int(t)))
    order = rng.permutation(len(rows))
    rows = [rows[i] for i in order]
    users = np.array([r[0] for r in rows])
    kinds = np.array([r[2] for r in rows])
    times = np.array([r[3] for r in rows])
    lengths, buys, burst = [], [], []
    for u in np.unique(users):
        own = np.flatnonzero(users == u)
        own = own[np.argsort(times[own], kind="stable")]
        cuts = np.flatnonzero(np.diff(times[own]) > 1800) + 1
        for part in np.split(own, cuts):
            lengths.append(len(part))
            buys.append((kinds[part] == "purchase").any())
        gaps = np.diff(times[own])
        if len(gaps) >= 3 - 1 and gaps.mean() > 0:
            burst.append((gaps.std() - gaps.mean()) / (gaps.std() + gaps.mean()))
    counts = np.bincount(users)
    counts = counts[counts > 0]
    views, carts, bought = [(kinds == k).sum() for k in ("view", "cart", "purchase")]
    pairs = {(r[0], r[1]) for r in rows}
    hours = np.bincount(times // 3600 % 24, minlength=24)
    return {
        "rows": rows,
        "figures": {
            "viewToCart": carts / views,
            "cartToBuy": bought / carts,
            "buyRate": bought / views,
            "eventsMedian": np.median(counts),
            "eventsMeanByMedian": counts.mean() / np.median(counts),
            "eventsP90": np.quantile(counts, 0.9),
            "eventsP99": np.quantile(counts, 0.99),
            "repeatShare": 1 - len(pairs) / len(rows),
            "sessionLength": np.mean(lengths),
            "oneEventSessions": np.mean(np.array(lengths) == 1),
            "buyingSessions": np.mean(buys),
            "burstiness": np.median(burst),
            "diurnalPeak": hours.max() / len(rows) * 24,
        },
    }


def positions():
    """Lists of ten items in random order: looked at by 1/rank, clicked by attraction, bought at one rate."""
    curve = np.array([0.68, 0.61, 0.48, 0.34, 0.28, 0.20, 0.11, 0.10, 0.08, 0.06])
    attraction = rng.uniform(0.1, 0.6, 30)
    rows = []
    for search in range(400):
        items = rng.permutation(30)[:10]
        for rank, item in enumerate(items, 1):
            clicked = rng.random() < attraction[item] / rank
            rows.append((search, int(item), rank, int(clicked), int(clicked and rng.random() < 0.3)))
    data = np.array(rows)
    rank, click, buy = data[:, 2], data[:, 3], data[:, 4]
    shown = np.array([(rank == r).sum() for r in range(1, 11)])
    clicked = np.array([click[rank == r].sum() for r in range(1, 11)])
    rate = clicked / shown
    line = stats.linregress(np.log(np.arange(1, 11)[clicked > 0]), np.log(rate[clicked > 0]))
    x = np.log(np.arange(1, 11)[clicked > 0])
    w = (x - x.mean()) / ((x - x.mean()) ** 2).sum()
    var = ((1 - rate) / clicked)[clicked > 0]
    fit = stats.linregress(rank[click == 1], buy[click == 1])
    target = np.array([1, 0.90, 0.71, 0.50, 0.41, 0.29, 0.16, 0.15, 0.12, 0.09])
    # The published curve itself, whose fit realism.md gives as 1.11.
    published = -stats.linregress(np.log(np.arange(1, 11)), np.log(curve)).slope
    # One-way analysis of variance of the rank on the item.
    items = data[:, 1]
    groups = [rank[items == i] for i in np.unique(items)]
    within = sum(((g - g.mean()) ** 2).sum() for g in groups)
    explained = 1 - within / (len(rank) - len(groups)) / rank.var(ddof=1)
    f = stats.f_oneway(*groups).statistic
    assert abs(explained - (1 - 1 / (1 + (f - 1) * (len(groups) - 1) / (len(rank) - 1)))) < 1e-9
    return {
        "rows": rows,
        "figures": {
            "examError": np.abs(rate / rate[0] - target).max(),
            "examEta": -line.slope,
            "clickToBuySlope": fit.slope,
        },
        "errors": {"examEta": np.sqrt((w**2 * var).sum()), "clickToBuySlope": fit.stderr},
        "publishedEta": published,
        "explained": explained,
    }


def queries():
    words = ["red", "shoes", "for", "children", "cheap", "winter", "coat"]
    texts = [" ".join(rng.choice(words, n)) for n in np.minimum(1 + rng.poisson(1.4, 300), 9)]
    n = np.array([len(t.split()) for t in texts])
    return {
        "texts": texts,
        "figures": {
            "queriesUnder4": (n < 4).mean(),
            "queriesUnder6": (n < 6).mean(),
            "queryMode": stats.mode(n).mode,
        },
    }


def reviews():
    n = 500
    stars = rng.choice([1, 2, 3, 4, 5], n, p=[0.09, 0.05, 0.075, 0.145, 0.64])
    factor = np.array([23, 32, 26, 19, 12])[stars - 1] / 14
    words = np.rint(rng.lognormal(2.63, 1.17, n) * factor * (rng.random(n) > 0.03)).astype(int)
    verified = rng.random(n) < 0.71
    users = np.minimum(rng.zipf(1.9, n), 300)
    counts = np.bincount(stars, minlength=6)[1:]
    logs = np.log(words[words > 0])
    per_user = np.unique(users, return_counts=True)[1]
    return {
        "stars": stars.tolist(),
        "words": words.tolist(),
        "verified": verified.astype(int).tolist(),
        "users": users.tolist(),
        "figures": {
            "fiveStars": counts[4] / n,
            "oneOverTwo": float(counts[0] > counts[1]),
            "starJ": (counts[0] + counts[4]) / counts[1:4].sum(),
            "starMean": stars.mean(),
            "reviewMu": logs.mean(),
            "reviewSigma": logs.std(),
            "lowToTopWords": np.median(words[(words > 0) & np.isin(stars, (2, 3))]) / np.median(words[(words > 0) & (stars == 5)]),
            "verifiedShare": verified.mean(),
            "oneReviewUsers": (per_user == 1).mean(),
        },
    }


def orders():
    n = 600
    day = 86_400
    ordered = 1_700_000_000 + rng.integers(0, 90 * day, n)
    took = rng.gamma(4, 3, n) * day
    delivered = (ordered + took).astype(int)
    expected = (ordered + rng.integers(5, 25, n) * day).astype(int)
    late = delivered // day - expected // day
    status = rng.choice(["delivered", "returned", "shipped", "pending"], n, p=[0.7, 0.15, 0.1, 0.05])
    arrived = np.isin(status, ("delivered", "returned"))
    stars = np.clip(np.rint(4.4 - 0.3 * np.maximum(late, 0) + rng.normal(0, 0.6, n)), 1, 5).astype(int)
    mean = lambda mask: stars[mask & arrived].mean()
    return {
        "rows": [
            [int(o), int(d) if a else None, int(e), str(s), int(star)]
            for o, d, e, s, star, a in zip(ordered, delivered, expected, status, stars, arrived)
        ],
        "figures": {
            "deliveryDays": ((delivered - ordered)[arrived] / day).mean(),
            "lateShare": (late[arrived] > 0).mean(),
            "starsEarly": mean(late < 0),
            "starsLate": mean((late >= 3) & (late <= 7)),
            "starsVeryLate": mean(late > 7),
            "returnRate": (status == "returned").sum() / arrived.sum(),
        },
    }


def vectors():
    n, width = 90, 16
    category = rng.integers(4, size=n)
    colour = rng.integers(3, size=n)
    base = rng.standard_normal(width)
    centre = rng.standard_normal((4, width))
    tint = rng.standard_normal((4, 3, width))
    x = 1.4 * base + 0.8 * centre[category] + 0.5 * tint[category, colour] + 0.7 * rng.standard_normal((n, width))
    x = np.round(x, 4)
    u = x / np.linalg.norm(x, axis=1, keepdims=True)
    g = u @ u.T
    iu = np.triu_indices(n, 1)
    same = (category[:, None] == category)[iu]
    dist, ids = NearestNeighbors(n_neighbors=11).fit(u).kneighbors(u)
    ids = ids[:, 1:]
    mu = dist[:, 2] / dist[:, 1]
    return {
        "vectors": x.tolist(),
        "categories": category.tolist(),
        "colours": colour.tolist(),
        "figures": {
            "meanCosine": g[iu].mean(),
            "minCosine": g[iu].min(),
            "intraInterGap": g[iu][same].mean() - g[iu][~same].mean(),
            "categoryPurity": (category[ids] == category[:, None]).mean(),
            "colourPurity": ((category[ids] == category[:, None]) & (colour[ids] == colour[:, None])).mean(),
            "neighbourSkew": stats.skew(np.bincount(ids.ravel(), minlength=n)),
            "twoNnDimension": n / np.log(mu).sum(),
        },
        "shares": (lambda s: (s**2 / (s**2).sum())[:2])(np.linalg.svd(u - u.mean(0), compute_uv=False)).tolist(),
    }


print(
    json.dumps(
        {
            "madeWith": f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
            "visits": visits(),
            "positions": positions(),
            "queries": queries(),
            "reviews": reviews(),
            "orders": orders(),
            "vectors": vectors(),
        },
        default=float,
    )
)
