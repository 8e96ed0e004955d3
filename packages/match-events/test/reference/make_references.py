"""Reference values for the figures of @synth/match-events/evaluate, made with numpy, scipy and scikit-learn,
independently of the code under test.

Run: python3 make_references.py            (writes two-sided.json beside itself)

The file holds made-up decisions of 48 people about each other and every figure of them.
"""
import json
import pathlib
import platform
import warnings

import numpy as np
import scipy
import sklearn
from scipy import optimize, stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

warnings.filterwarnings("ignore")  # the optimiser goes on until it cannot get closer
HERE = pathlib.Path(__file__).parent
rng = np.random.default_rng(20240101)

people, meetings = 48, 520
sides = rng.integers(0, 2, people)
gives, receives = rng.normal(0, 1.2, people), rng.normal(0, 1.0, people)
pairs = [(i, j) for i in range(people) for j in range(i + 1, people)]
chosen = [pairs[k] for k in rng.choice(len(pairs), meetings, replace=False)]
rows = [row for i, j in chosen for row in ((i, j), (j, i))][:-1]  # the last decision has no answer
seekers, others = np.array(rows).T
features = np.round(rng.uniform(0, 1, (3, len(rows))), 3)
logit = np.where(sides[seekers] == 0, -0.6, 0.1) + gives[seekers] + receives[others] + 1.5 * (features[0] - 0.5)
yes = (rng.uniform(size=len(rows)) < 1 / (1 + np.exp(-logit))).astype(int)
fold = np.array([(row // 2) % 4 for row in range(len(rows))])


def counts(of):
    return np.bincount(of, weights=yes, minlength=people), np.bincount(of, minlength=people)


def beta_binomial(successes, trials):
    """Maximum likelihood over the logits of mean and rho."""
    keep = trials > 0

    def cost(x):
        mean, rho = 1 / (1 + np.exp(-x))
        both = (1 - rho) / rho
        return -stats.betabinom.logpmf(successes[keep], trials[keep], mean * both, (1 - mean) * both).sum()

    found = optimize.minimize(cost, [0, -1.5], method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 10000})
    mean, rho = 1 / (1 + np.exp(-found.x))
    return {"mean": float(mean), "rho": float(rho)}


def regression(columns, labels):
    return LogisticRegression(C=1.0, tol=1e-12, max_iter=10000, solver="newton-cg").fit(columns.T, labels)


def cross_validated(columns):
    areas = []
    for one in np.unique(fold):
        model = regression(columns[:, fold != one], yes[fold != one])
        areas.append(roc_auc_score(yes[fold == one], model.decision_function(columns[:, fold == one].T)))
    return float(np.mean(areas))


given_yes, given_all = counts(seekers)
received_yes, received_all = counts(others)


def rate_logit(successes, trials):
    return np.log((successes + 0.5) / (trials - successes + 0.5))


giver = rate_logit(given_yes[seekers] - yes, given_all[seekers] - 1)
receiver = rate_logit(received_yes[others] - yes, received_all[others] - 1)
history = np.array([giver, receiver])

first, second = np.arange(0, len(rows) - 1, 2), np.arange(1, len(rows), 2)
side_rate = np.array([yes[sides[seekers] == side].mean() for side in (0, 1)])
beyond = yes - side_rate[sides[seekers]]
phi = (beyond[first] * beyond[second]).sum() / ((beyond[first] ** 2 + beyond[second] ** 2).sum() / 2)
enough = (given_all >= 5) & (received_all >= 5)


def mean_rho(successes, trials):
    return float(np.mean([beta_binomial(successes[sides == side], trials[sides == side])["rho"] for side in (0, 1)]))


model = regression(history, yes)
likes = 1 / (1 + np.exp(-(model.intercept_[0] + model.coef_[0][0] * rate_logit(given_yes, given_all)[:, None]
                          + model.coef_[0][1] * rate_logit(received_yes, received_all)[None, :])))
accepts = rng.uniform(size=(people, people)) < 1 / (1 + np.exp(-(gives[:, None] + receives[None, :])))
met = np.zeros((people, people), bool)
met[seekers, others] = met[others, seekers] = True


def success(score, top):
    shown = both = 0
    for one in range(people):
        strangers = [other for other in range(people) if other != one and not met[one, other]]
        strangers.sort(key=lambda other: (-score[one, other], other))
        for other in strangers[:top]:
            shown += 1
            both += accepts[one, other] and accepts[other, one]
    return both / shown


ties = np.round(rng.uniform(size=300), 1)
tied = (rng.uniform(size=300) < ties).astype(int)
whole = regression(features, yes)
reference = {
    "madeWith": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__},
    "decisions": {
        "people": people,
        "seekers": seekers.tolist(),
        "others": others.tolist(),
        "yes": yes.tolist(),
        "features": features.tolist(),
        "sides": sides.tolist(),
    },
    "fold": fold.tolist(),
    "accepts": accepts.astype(int).tolist(),
    "rocAuc": {"scores": ties.tolist(), "labels": tied.tolist(), "area": float(roc_auc_score(tied, ties))},
    "betaBinomial": {"successes": given_yes.astype(int).tolist(), "trials": given_all.tolist(), **beta_binomial(given_yes, given_all)},
    "logisticRegression": {"intercept": float(whole.intercept_[0]), "weights": whole.coef_[0].tolist()},
    "crossValidated": {"profile": cross_validated(features), "history": cross_validated(history)},
    "history": {"giver": giver[:40].tolist(), "receiver": receiver[:40].tolist()},
    "figures": {
        "yesA": float(side_rate[0]),
        "yesB": float(side_rate[1]),
        "match": float((yes[first] & yes[second]).mean()),
        "phi": float(phi),
        "rhoGiving": mean_rho(given_yes, given_all),
        "rhoReceiving": mean_rho(received_yes, received_all),
        "giveReceive": float(np.corrcoef((given_yes / given_all)[enough], (received_yes / received_all)[enough])[0, 1]),
    },
    "reciprocal": {"top": 5, "oneSided": success(likes, 5), "reciprocal": success(likes * likes.T, 5)},
}
(HERE / "two-sided.json").write_text(json.dumps(reference) + "\n")
