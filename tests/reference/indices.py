"""Silhouettes, trustworthiness and principal components by scikit-learn, for tests/src-main/matrix.

Run: python tests/reference/indices.py (versions pinned in requirements.txt); writes indices.json beside it.
"""
import json
from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.metrics import silhouette_samples, silhouette_score


def rounded(values, digits=9):
    return np.round(np.asarray(values, np.float64), digits).tolist()


def short(values):
    """float32 of three decimals, so that the JSON stays small and holds exactly what was measured."""
    return np.round(values, 3).astype(np.float32)


def labelled_case(rng, sizes, columns, metric):
    centres = rng.normal(size=(len(sizes), columns)) * 1.5
    classes = np.repeat(np.arange(len(sizes)), sizes)
    rng.shuffle(classes)
    rows = short(centres[classes] + rng.normal(size=(len(classes), columns)))
    return {
        "metric": metric,
        "columns": columns,
        "rows": rounded(rows.ravel(), 3),
        "classes": classes.tolist(),
        "scores": rounded(silhouette_samples(rows, classes, metric=metric)),
        "mean": float(silhouette_score(rows, classes, metric=metric)),
    }


def map_case(rng, count, columns, k):
    space = short(rng.normal(size=(count, columns)))
    flat = short(space[:, :2] + 0.3 * rng.normal(size=(count, 2)))
    pca = PCA(4, svd_solver="full").fit(space.astype(np.float64))
    components = pca.components_ * np.sign(
        pca.components_[np.arange(4), np.abs(pca.components_).argmax(1)]
    )[:, None]
    return {
        "columns": columns,
        "k": k,
        "space": rounded(space.ravel(), 3),
        "map": rounded(flat.ravel(), 3),
        "trustworthiness": float(trustworthiness(space, flat, n_neighbors=k)),
        "variances": rounded(pca.explained_variance_),
        "explained": rounded(pca.explained_variance_ratio_),
        "components": rounded(components.ravel()),
    }


def main():
    rng = np.random.default_rng(20260101)
    golden = {
        "silhouettes": [
            labelled_case(rng, [9, 14, 1, 20], 5, "euclidean"),
            labelled_case(rng, [9, 14, 1, 20], 5, "cosine"),
            labelled_case(rng, [6, 5], 33, "euclidean"),
        ],
        "maps": [map_case(rng, 60, 8, 5), map_case(rng, 40, 70, 12)],
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
