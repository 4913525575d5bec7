"""Exact nearest neighbours by scikit-learn, for tests/src-main/matrix and tests/src-main/project.

Run: python tests/reference/neighbours.py (versions pinned in requirements.txt); writes neighbours.json beside it.
"""
import json
from pathlib import Path

import numpy as np
from sklearn.neighbors import NearestNeighbors


def main():
    rng = np.random.default_rng(7)
    k = 7
    rows = np.round(rng.normal(size=(120, 6)) + 3, 3).astype(np.float32)
    distances, indices = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(rows.astype(np.float64)).kneighbors()
    golden = {
        "columns": 6,
        "k": k,
        "rows": np.round(rows.astype(np.float64), 3).ravel().tolist(),
        "indices": indices.ravel().tolist(),
        "distances": np.round(distances, 9).ravel().tolist(),
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
