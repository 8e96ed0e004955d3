"""Reference values for the samplers of @synth/core, made with scipy, independently of the code under test.

Run: python3 make_references.py            (writes one JSON a distribution beside itself)

Each file holds the versions it was made with and, for each case of parameters:
  mean, variance   of the distribution
  moments          the standardised moments E[((x - mean) / sd)^k], k = 1..8: four for the test, eight for its errors
  quantiles        continuous: the values at the probabilities i / 128, i = 1..127
  values, masses   discrete: consecutive values and their probabilities, the first and last with all beyond them
"""
import json
import pathlib
import platform

import mpmath
import numpy as np
import scipy
from scipy import integrate, special, stats

HERE = pathlib.Path(__file__).parent
CELLS = 128
TAILS = [1e-40, 1e-25, 1e-18, 1e-15, 1e-12, 1e-9, 1e-7, 1e-5, 1e-4, 1e-3]
NODES, WEIGHTS = np.polynomial.legendre.leggauss(24)


def integral(function, edges):
    """Gauss-Legendre over each panel between neighbouring edges."""
    edges = np.unique(edges)
    half = np.diff(edges) / 2
    points = (edges[:-1] + half)[:, None] + half[:, None] * NODES
    return float(np.sum(half[:, None] * WEIGHTS * function(points)))


def standardised(raw):
    """Standardised moments from the raw ones, in 60 digits: what they cancel to matters."""
    with mpmath.workdps(60):
        mean = raw[1]
        central = [
            mpmath.fsum(mpmath.binomial(k, j) * raw[j] * (-mean) ** (k - j) for j in range(k + 1)) for k in range(9)
        ]
        return [float(central[k] / mpmath.sqrt(central[2]) ** k) for k in range(1, 9)]


def gamma_moments(shape):
    return standardised([mpmath.rf(mpmath.mpf(shape), k) for k in range(9)])


def beta_moments(alpha, beta):
    a, b = mpmath.mpf(alpha), mpmath.mpf(beta)
    return standardised([mpmath.rf(a, k) / mpmath.rf(a + b, k) for k in range(9)])


def continuous(params, dist, moments=None):
    probabilities = np.arange(1, CELLS) / CELLS
    mean = float(dist.mean())
    variance = float(dist.var())
    if moments is None:
        edges = np.concatenate([dist.ppf(TAILS), dist.ppf(probabilities), dist.isf(TAILS)])
        edges = edges[np.isfinite(edges)]
        while dist.sf(edges.max()) > 1e-18:
            edges = np.append(edges, edges.max() + (edges.max() - edges.min()) / 8)
        sd = np.sqrt(variance)
        moments = [integral(lambda x: ((x - mean) / sd) ** k * dist.pdf(x), edges) for k in range(1, 9)]
    return {
        "params": params,
        "mean": mean,
        "variance": variance,
        "moments": moments,
        "quantiles": dist.ppf(probabilities).tolist(),
    }


def discrete(params, dist, low=None, high=None):
    if low is None:
        low = int(max(dist.support()[0], dist.mean() - 12 * dist.std()))
    if high is None:
        high = low + 1
        while dist.sf(high) > 1e-18:
            high += max(1, (high - low) // 8)
    values = np.arange(low, high + 1)
    masses = dist.pmf(values)
    mean = float(dist.mean())
    variance = float(dist.var())
    sd = np.sqrt(variance)
    moments = [float(np.sum(((values - mean) / sd) ** k * masses)) for k in range(1, 9)]
    # What the test compares: values expected at least 20 times in 100,000, tails gathered at the ends.
    kept = np.flatnonzero(masses >= 2e-4)
    first, last = kept[0], kept[-1]
    inner = masses[first : last + 1].copy()
    inner[0] = dist.cdf(values[first])
    inner[-1] = dist.sf(values[last] - 1)
    return {
        "params": params,
        "mean": mean,
        "variance": variance,
        "moments": moments,
        "values": values[first : last + 1].tolist(),
        "masses": inner.tolist(),
    }


class VonMisesOnCircle:
    """The von Mises density on [-pi, pi] whatever the mean direction; quantiles by inverting its integral."""

    def __init__(self, mu, kappa):
        self.mu, self.kappa = mu, kappa
        grid = np.linspace(-np.pi, np.pi, 4001)
        half = np.diff(grid) / 2
        points = (grid[:-1] + half)[:, None] + half[:, None] * NODES
        pieces = np.sum(half[:, None] * WEIGHTS * self.pdf(points), axis=1)
        self.grid, self.cumulative = grid, np.concatenate([[0], np.cumsum(pieces)])

    def pdf(self, x):
        return np.exp(self.kappa * (np.cos(x - self.mu) - 1)) / (2 * np.pi * special.ive(0, self.kappa))

    def cdf_at(self, x):
        i = np.searchsorted(self.grid, x) - 1
        return self.cumulative[i] + integral(self.pdf, np.array([self.grid[i], x]))

    def ppf(self, probabilities):
        def one(p):
            if p <= 0 or p >= 1:
                return -np.pi if p <= 0 else np.pi
            low, high = -np.pi, np.pi
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if self.cdf_at(middle) < p else (low, middle)
            return (low + high) / 2

        return np.array([one(p) for p in np.atleast_1d(probabilities)])

    def isf(self, probabilities):
        return self.ppf(1 - np.asarray(probabilities))

    def sf(self, x):
        return 1 - self.cdf_at(x) if x < np.pi else 0

    def mean(self):
        return integral(lambda x: x * self.pdf(x), self.grid)

    def var(self):
        mean = self.mean()
        return integral(lambda x: (x - mean) ** 2 * self.pdf(x), self.grid)


class Mixture:
    """A mixture of scipy's distributions; quantiles by bisection."""

    def __init__(self, weights, parts):
        self.weights, self.parts = np.array(weights) / sum(weights), parts

    def pdf(self, x):
        return sum(w * part.pdf(x) for w, part in zip(self.weights, self.parts))

    def sf(self, x):
        return self.tail(x, True)

    def tail(self, x, upper):
        return sum(w * (part.sf(x) if upper else part.cdf(x)) for w, part in zip(self.weights, self.parts))

    def invert(self, p, upper):
        low = min(part.ppf(1e-20) for part in self.parts)
        high = max(part.isf(1e-20) for part in self.parts)
        for _ in range(200):
            middle = (low + high) / 2
            below = self.tail(middle, upper) > p if upper else self.tail(middle, upper) < p
            low, high = (middle, high) if below else (low, middle)
        return (low + high) / 2

    def ppf(self, probabilities):
        return np.array([self.invert(p, False) for p in probabilities])

    def isf(self, probabilities):
        return np.array([self.invert(p, True) for p in probabilities])

    def mean(self):
        return sum(w * part.mean() for w, part in zip(self.weights, self.parts))

    def var(self):
        mean = self.mean()
        return sum(w * (part.var() + (part.mean() - mean) ** 2) for w, part in zip(self.weights, self.parts))


class Masses:
    """A discrete distribution over 0, 1, ... or 1, 2, ... given by weights."""

    def __init__(self, weights, first=0):
        self.first = first
        self.masses = np.array(weights, dtype=float) / np.sum(weights)
        self.values = first + np.arange(len(weights))

    def pmf(self, values):
        return self.masses[np.asarray(values) - self.first]

    def cdf(self, value):
        return float(np.sum(self.masses[self.values <= value]))

    def sf(self, value):
        return float(np.sum(self.masses[self.values > value]))

    def mean(self):
        return np.sum(self.values * self.masses)

    def var(self):
        return np.sum((self.values - self.mean()) ** 2 * self.masses)


def truncated(mean, sd, low, high):
    params = {"mean": mean, "sd": sd, "min": low, "max": high}
    a = -np.inf if low is None else (low - mean) / sd
    b = np.inf if high is None else (high - mean) / sd
    return continuous(params, stats.truncnorm(a, b, loc=mean, scale=sd))


def zipf(exponent, n):
    dist = Masses(np.arange(1, n + 1, dtype=float) ** -exponent, first=1)
    return discrete({"exponent": exponent, "n": n}, dist, 1, n)


def beta_marginal(alpha, i):
    """A coordinate of a Dirichlet vector."""
    return continuous(
        {"alpha": alpha, "coordinate": i},
        stats.beta(alpha[i], sum(alpha) - alpha[i]),
        beta_moments(alpha[i], sum(alpha) - alpha[i]),
    )


class AlongMean:
    """The cosine of a von Mises-Fisher vector to its mean direction."""

    def __init__(self, dimension, kappa):
        self.d, self.kappa = dimension, kappa
        # In the angle: no singularity at the ends for dimension 2.
        self.total = integral(self.raw, np.linspace(0, np.pi, 2001))

    def raw(self, angle):
        return np.exp(self.kappa * (np.cos(angle) - 1)) * np.sin(angle) ** (self.d - 2)

    def pdf_angle(self, angle):
        return self.raw(angle) / self.total

    def case(self):
        grid = np.linspace(0, np.pi, 2001)

        def expected(function):
            return integral(lambda a: function(np.cos(a)) * self.pdf_angle(a), grid)

        mean = expected(lambda c: c)
        variance = expected(lambda c: (c - mean) ** 2)
        sd = np.sqrt(variance)

        def angle_at(p):
            low, high = 0.0, np.pi
            for _ in range(60):
                middle = (low + high) / 2
                edges = np.concatenate([grid[grid < middle], [middle]])
                low, high = (middle, high) if integral(self.pdf_angle, edges) < p else (low, middle)
            return (low + high) / 2

        return {
            "params": {"dimension": self.d, "kappa": self.kappa},
            "mean": mean,
            "variance": variance,
            "moments": [expected(lambda c: ((c - mean) / sd) ** k) for k in range(1, 9)],
            "quantiles": [float(np.cos(angle_at(1 - i / CELLS))) for i in range(1, CELLS)],
        }


def hawkes(base_rate, branching, decay, duration, size=2048):
    """The count of a window of a Hawkes process with no past, from its generating function on the unit circle.

    A cluster's is G(u) = z exp(H(u)) after u units of time, where H is the integral of the kernel at s times
    (G(u - s) - 1); of an exponential kernel H' = branching decay (G - 1) - decay H. (Hawkes and Oakes, 1974.)
    """
    z = np.exp(2j * np.pi * np.arange(size) / size)

    def slope(_, state):
        cluster = z * np.exp(state[:size]) - 1
        return np.concatenate([branching * decay * cluster - decay * state[:size], base_rate * cluster])

    start = np.zeros(2 * size, dtype=complex)
    end = integrate.solve_ivp(slope, (0, duration), start, method="DOP853", rtol=1e-12, atol=1e-14).y[:, -1]
    masses = np.fft.fft(np.exp(end[size:])).real / size
    # Beyond, the transform holds rounding only.
    masses = masses[: np.flatnonzero(masses > 1e-13)[-1] + 1].clip(0)
    params = {"baseRate": base_rate, "branching": branching, "decay": decay, "duration": duration}
    return discrete(params, Masses(masses), 0, len(masses) - 1)


CATEGORICAL = [3, 0, 1, 0.5, 7, 2.25, 0, 1]

FILES = {
    "uniform": [
        continuous({"min": a, "max": b}, stats.uniform(a, b - a)) for a, b in [(0, 1), (-3, 5)]
    ],
    "integer": [
        discrete({"min": a, "max": b}, stats.randint(a, b + 1), a, b) for a, b in [(1, 6), (-40, 59)]
    ],
    "bernoulli": [discrete({"p": p}, stats.bernoulli(p), 0, 1) for p in [0.3, 0.95]],
    "binomial": [
        discrete({"n": n, "p": p}, stats.binom(n, p), 0 if n < 100 else None, n if n < 100 else None)
        for n, p in [(1, 0.4), (20, 0.25), (30, 0.9), (40, 0.5), (1000, 0.02), (1000, 0.7), (1000000, 0.001)]
    ],
    "negative-binomial": [
        discrete({"r": r, "p": p}, stats.nbinom(r, p)) for r, p in [(1, 0.2), (2.5, 0.1), (0.4, 0.3), (50, 0.5)]
    ],
    "geometric": [discrete({"p": p}, stats.geom(p, loc=-1)) for p in [0.2, 0.7]],
    "poisson": [discrete({"mean": m}, stats.poisson(m)) for m in [0.3, 4, 9.99, 10, 37.5, 1000]],
    "normal": [continuous({"mean": m, "sd": s}, stats.norm(m, s)) for m, s in [(0, 1), (-3, 0.5)]],
    "truncated-normal": [
        truncated(0, 1, -1, 2),
        truncated(30, 12, 18, 90),
        truncated(0, 1, -0.5, 1),
        truncated(0, 1, 3, None),
        truncated(0, 1, 3, 3.2),
        truncated(0, 1, 0.5, 6),
        truncated(5, 2, None, -3),
        truncated(0, 1, -9, -8.5),
        truncated(1, 3, None, None),
    ],
    "lognormal": [
        continuous({"mu": m, "sigma": s}, stats.lognorm(s, scale=np.exp(m))) for m, s in [(0, 0.5), (2, 0.25)]
    ],
    "exponential": [continuous({"rate": r}, stats.expon(scale=1 / r)) for r in [1, 0.2]],
    "gamma": [
        continuous({"shape": k, "scale": s}, stats.gamma(k, scale=s), gamma_moments(k))
        for k, s in [(0.05, 1), (0.2, 3), (0.3, 2), (0.9, 1), (1, 3), (1.5, 1), (7, 0.5), (300, 1)]
    ],
    "beta": [
        continuous({"alpha": a, "beta": b}, stats.beta(a, b), beta_moments(a, b))
        for a, b in [(2, 5), (0.5, 0.5), (1, 3), (0.7, 4), (40, 25)]
    ],
    "dirichlet": [beta_marginal(alpha, i) for alpha in [[0.5, 1, 2.5], [3, 3, 3, 1], [0.2, 0.1, 0.15], [0.1] * 8] for i in [0, len(alpha) - 1]],
    "weibull": [
        continuous({"shape": k, "scale": s}, stats.weibull_min(k, scale=s)) for k, s in [(0.8, 1), (1.5, 2), (6, 10)]
    ],
    "pareto": [continuous({"alpha": a, "min": m}, stats.pareto(a, scale=m)) for a, m in [(12, 1), (20, 5)]],
    "bounded-zipf": [zipf(s, n) for s, n in [(0, 10), (0.6, 50), (1, 100), (1, 1), (1.4, 1000), (3, 20)] if n > 1],
    "von-mises": [
        continuous({"mu": m, "kappa": k}, VonMisesOnCircle(m, k))
        for m, k in [(0, 0), (0, 0.5), (1, 2), (-2.5, 8), (0, 300)]
    ],
    "von-mises-fisher": [AlongMean(d, k).case() for d, k in [(2, 1.5), (3, 10), (3, 0), (8, 40), (64, 20)]],
    "multivariate-normal": [continuous({"mean": m, "sd": s}, stats.norm(m, s)) for m, s in [(1, 2), (-2, 3)]],
    "categorical": [discrete({"weights": CATEGORICAL}, Masses(CATEGORICAL), 0, len(CATEGORICAL) - 1)],
    "hawkes-process": [hawkes(1, 0.5, 2, 10), hawkes(0.5, 0.9, 1, 20), hawkes(3, 0.2, 0.1, 5), hawkes(2, 0, 1, 5)],
    "mixture": [
        continuous(
            {"components": [{"weight": 3, "rate": 1}, {"weight": 1, "mean": 9, "sd": 1}]},
            Mixture([3, 1], [stats.expon(scale=1), stats.norm(9, 1)]),
        )
    ],
}

MADE = {
    "script": "make_references.py",
    "python": platform.python_version(),
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "mpmath": mpmath.__version__,
}

for name, cases in FILES.items():
    text = json.dumps({"made": MADE, "cases": cases}, indent=1)
    (HERE / f"{name}.json").write_text(text + "\n")
    print(name, len(cases), [round(case["moments"][1], 9) for case in cases])
