"""Reads the sample with numpy, scipy and pandas and compares it with what is expected. Usage: check.py FOLDER"""

import importlib.util
import json
import os
import sys
from pathlib import Path

folder = Path(sys.argv[1])
expected = json.loads((folder / "expected.json").read_text())
columns = list(expected[0])


def column(name):
    return [row[name] for row in expected]


def check_npy(np):
    for name, dtype in [("single", "<f4"), ("plays", "<u4"), ("flag", "|b1"), ("score", "<f8"), ("delta", "<f8")]:
        values = np.load(folder / f"sample.{name}.npy")
        assert values.dtype == np.dtype(dtype), (name, values.dtype)
        wanted = np.array([np.nan if value is None else value for value in column(name)])
        np.testing.assert_array_equal(values, wanted.astype(dtype))
    times = np.load(folder / "sample.time.npy")
    assert times.dtype == np.dtype("<M8[ms]")
    wanted = [np.datetime64("NaT") if t is None else np.datetime64(t.rstrip("Z")) for t in column("time")]
    np.testing.assert_array_equal(times, np.array(wanted, dtype="<M8[ms]"))
    taste = np.load(folder / "sample.taste.npy")
    np.testing.assert_array_equal(taste, np.array(column("taste"), dtype="<f4"))


def check_matrix(np, sparse):
    made = json.loads((folder / "user-items.json").read_text())
    matrix = sparse.load_npz(folder / "matrix.npz")
    dense = np.zeros((len(made["users"]), len(made["items"])), dtype="<f4")
    for user, items in enumerate(made["userItems"]):
        for item in items:
            dense[user, item] += 1
    assert matrix.format == "csr" and matrix.shape == dense.shape and matrix.dtype == np.dtype("<f4")
    assert matrix.has_canonical_format
    np.testing.assert_array_equal(matrix.toarray(), dense)
    assert np.load(folder / "matrix_users.npy").tolist() == made["users"]
    assert np.load(folder / "matrix_items.npy").tolist() == made["items"]


def equal(name, values, wanted):
    for row, (value, want) in enumerate(zip(values, wanted, strict=True)):
        assert value == want, (name, row, value, want)


def none_of(pd, values):
    return [None if value is None or value is pd.NaT or value != value else value for value in values]


def check_csv(pd, path, **options):
    # Before pandas 3 a number is read to its last digit only when asked for.
    frame = pd.read_csv(path, keep_default_na=False, dtype={"id": str, "user_id": str}, na_values={
        "score": [""], "delta": [""], "time": [""]}, parse_dates=["time"], float_precision="round_trip", **options)
    assert list(frame.columns) == columns
    for name in ["id", "user_id", "single", "plays", "flag"]:
        equal(name, frame[name].tolist(), column(name))
    for name in ["score", "delta"]:
        equal(name, none_of(pd, frame[name].tolist()), column(name))
    equal("time", none_of(pd, frame["time"].tolist()), [t and pd.Timestamp(t) for t in column("time")])
    for name in ["taste", "tags", "extra"]:
        equal(name, [json.loads(text) for text in frame[name]], column(name))


def check_jsonl(pd, path):
    frame = pd.read_json(path, lines=True, dtype=False, convert_dates=False, precise_float=True)
    frame["time"] = pd.to_datetime(frame["time"])
    assert list(frame.columns) == columns
    for name in columns:
        wanted = [t and pd.Timestamp(t) for t in column(name)] if name == "time" else column(name)
        equal(name, none_of(pd, frame[name].tolist()) if name in ["score", "delta", "time"] else frame[name], wanted)


def check_parquet(pd):
    frame = pd.read_parquet(folder / "sample.parquet", engine="pyarrow")
    assert list(frame.columns) == columns
    types = {name: str(frame[name].dtype) for name in ["single", "plays", "score", "flag", "time"]}
    assert types == {"single": "float32", "plays": "uint32", "score": "float64", "flag": "bool",
                     "time": "datetime64[ms, UTC]"}, types
    for name in ["id", "user_id", "single", "plays", "flag"]:
        equal(name, frame[name].tolist(), column(name))
    for name in ["score", "delta"]:
        equal(name, none_of(pd, frame[name].tolist()), column(name))
    equal("time", none_of(pd, frame["time"].tolist()), [t and pd.Timestamp(t) for t in column("time")])
    for name in ["taste", "tags"]:
        equal(name, [list(value) for value in frame[name]], column(name))
    equal("extra", [json.loads(text) for text in frame["extra"]], column("extra"))


def check_recbole(pd):
    made = json.loads((folder / "user-items.json").read_text())
    frame = pd.read_csv(folder / "recbole/demo/demo.inter", delimiter="\t")
    assert list(frame.columns) == ["user_id:token", "item_id:token", "timestamp:float"]
    pairs = [(made["users"][user], made["items"][item]) for user, items in enumerate(made["userItems"]) for item in items]
    equal("pairs", list(zip(frame["user_id:token"], frame["item_id:token"])), pairs)
    assert frame["timestamp:float"].dtype == "float64" and frame["timestamp:float"].iloc[1] == 1704067201.5


def check_bandit(np):
    """The keys of Open Bandit Pipeline's bandit feedback, whose action_context may be missing."""
    (path,) = folder.glob("*bandit*.npz")
    feedback = dict(np.load(path))
    keys = {"n_rounds", "n_actions", "action", "position", "reward", "pscore", "context"}
    assert keys <= set(feedback) <= keys | {"action_context"}, sorted(feedback)
    rounds = np.arange(100)
    assert feedback["n_rounds"] == 100 and feedback["n_actions"] == 50
    np.testing.assert_array_equal(feedback["action"], rounds * 7 % 50)
    np.testing.assert_array_equal(feedback["position"], rounds % 3)
    np.testing.assert_array_equal(feedback["reward"], rounds % 4 == 0)
    np.testing.assert_array_equal(feedback["pscore"], 1 / (2 + rounds % 5))
    np.testing.assert_array_equal(feedback["context"], np.arange(200).reshape(100, 2) / 4)
    types = {name: feedback[name].dtype.kind for name in ["action", "position", "reward", "pscore", "context"]}
    assert types == {"action": "i", "position": "i", "reward": "f", "pscore": "f", "context": "f"}, types


def check_card(pd, path):
    """The code of a run's card reads every table, with all rows, ids as texts and times as times."""
    code = (path / "card.md").read_text().split("```python\n")[1].split("```")[0]
    before = os.getcwd()
    os.chdir(path)
    try:
        names = {}
        exec(code, names)
    finally:
        os.chdir(before)
    tables = json.loads((path / "manifest.json").read_text())["reproducible"]["tables"]
    for table in tables:
        assert len(names[table["name"]]) == table["rows"], (path.name, table["name"])
    plays = names["plays"]
    assert plays["user_id"].iloc[0] == "u0000000", plays["user_id"].iloc[0]
    assert str(plays["at"].dtype).startswith("datetime64"), plays["at"].dtype


def run(name, needs, check):
    missing = [module for module in needs if importlib.util.find_spec(module) is None]
    if missing:
        print(f"NOT RUN  {name}: no {', '.join(missing)}")
        return
    check(*[importlib.import_module(module) for module in needs if module != "pyarrow"])
    versions = ", ".join(f"{module} {importlib.import_module(module.split('.')[0]).__version__}" for module in needs)
    print(f"ok       {name} ({versions})")


run("npy", ["numpy"], check_npy)
run("npz", ["numpy", "scipy.sparse"], check_matrix)
run("bandit", ["numpy"], check_bandit)
run("csv", ["pandas"], lambda pd: check_csv(pd, folder / "sample.csv"))
run("csv.gz", ["pandas"], lambda pd: check_csv(pd, folder / "sample.csv.gz"))
run("jsonl", ["pandas"], lambda pd: check_jsonl(pd, folder / "sample.jsonl"))
run("jsonl.gz", ["pandas"], lambda pd: check_jsonl(pd, folder / "sample.jsonl.gz"))
run("parquet", ["pandas", "pyarrow"], check_parquet)
run("recbole", ["pandas"], check_recbole)
for path in sorted((folder / "runs").iterdir()):
    needs = ["pandas", "pyarrow"] if path.name.startswith("parquet") else ["pandas"]
    run(f"card of {path.name}", needs, lambda pd, path=path: check_card(pd, path))
