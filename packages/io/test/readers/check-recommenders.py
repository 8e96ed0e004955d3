"""Our files in RecBole and the Open Bandit Pipeline themselves. Usage: check-recommenders.py FOLDER

With PyTorch they take gigabytes, and RecBole 1.2 wants older libraries than the other readers, so they have a Python of
their own: `pip install recbole "numpy<2" "pandas<3" "setuptools<81"`, then `pip install --no-deps obp` and
`pip install scikit-learn seaborn`.
"""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np

folder = Path(sys.argv[1])


def check_recbole():
    """RecBole's dataset by our files and yaml, and a training as the yaml says it."""
    from recbole.config import Config
    from recbole.data import create_dataset
    from recbole.quick_start import run_recbole

    made = json.loads((folder / "user-items.json").read_text())
    before, arguments = os.getcwd(), sys.argv
    os.chdir(folder / "recbole")
    # Its configuration reads the command line.
    sys.argv = arguments[:1]
    try:
        quiet = {"use_gpu": False, "state": "ERROR", "show_progress": False}
        dataset = create_dataset(Config(model="BPR", config_file_list=["demo.yaml"], config_dict=quiet))
        # Number 0 is its padding.
        assert dataset.user_num == len(made["users"]) + 1, dataset.user_num
        assert dataset.item_num == len(made["items"]) + 1, dataset.item_num
        users = dataset.id2token("user_id", dataset.inter_feat["user_id"].to_numpy())
        items = dataset.id2token("item_id", dataset.inter_feat["item_id"].to_numpy())
        wanted = [(made["users"][user], made["items"][item]) for user, list in enumerate(made["userItems"]) for item in list]
        assert list(zip(users, items)) == wanted
        assert abs(dataset.inter_feat["timestamp"].iloc[1] - 1704067201.5) < 1e-3
        result = run_recbole(
            model="BPR", config_file_list=["demo.yaml"], config_dict={**quiet, "epochs": 1, "eval_step": 1}, saved=False
        )
        assert 0 <= result["test_result"]["recall@10"] <= 1, result
    finally:
        sys.argv = arguments
        os.chdir(before)


def check_bandit():
    """Estimators of the Open Bandit Pipeline take the file as it is."""
    from obp.ope import InverseProbabilityWeighting, OffPolicyEvaluation, SelfNormalizedInverseProbabilityWeighting

    (path,) = folder.glob("*bandit*.npz")
    feedback = dict(np.load(path))
    actions, positions = int(feedback["n_actions"]), int(feedback["position"].max()) + 1
    uniform = np.full((int(feedback["n_rounds"]), actions, positions), 1 / actions)
    evaluation = OffPolicyEvaluation(
        bandit_feedback=feedback,
        ope_estimators=[InverseProbabilityWeighting(), SelfNormalizedInverseProbabilityWeighting()],
    )
    values = evaluation.estimate_policy_values(action_dist=uniform)
    weights = 1 / actions / feedback["pscore"]
    np.testing.assert_allclose(values["ipw"], np.mean(feedback["reward"] * weights))
    np.testing.assert_allclose(values["snipw"], np.sum(feedback["reward"] * weights) / np.sum(weights))


for name, package, check in [
    ("recbole by RecBole", "recbole", check_recbole),
    ("bandit by the Open Bandit Pipeline", "obp", check_bandit),
]:
    check()
    print(f"ok       {name} ({package} {version(package)})")
