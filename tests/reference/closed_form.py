"""What NumPy makes of the closed form of a head, on small inputs: closed-form.json."""
import json
import os

import numpy as np

rng = np.random.default_rng(5)
size, classes, shrink, neighbours = 6, 3, 0.3, 20
x = rng.normal(size=(30, size)).astype(np.float32).astype(np.float64)
y = np.arange(30) % classes
x = (x + 0.8 * np.eye(classes, size)[y]).astype(np.float32).astype(np.float64)
sample = rng.normal(size=(50, size)).astype(np.float32).astype(np.float64)
root = rng.normal(size=(size, size))
local = root @ root.T

away = x - np.stack([x[y == c].mean(0) for c in range(classes)])[y]
within = away.T @ away
share = neighbours / (neighbours + len(x) - classes)
blend = (1 - share) * within / np.trace(within) + share * local / np.trace(local)
values, vectors = np.linalg.eigh((1 - shrink) * blend + shrink * np.eye(size) / size)
# Any other root of the inverse gives the same products Z Zᵀ, as all that follows turns with it.
whitening = vectors / np.sqrt(values) @ vectors.T


def short(values):
    return values.flatten().round(7).tolist()


def sphere(rows):
    white = rows @ whitening
    return white / np.linalg.norm(white, axis=1, keepdims=True)


z = sphere(x)
means = np.stack([z[y == c].mean(0) for c in range(classes)])
found = np.linalg.svd(means - means.mean(0))[2][:classes - 1].T
outside = np.eye(size) - found @ found.T
centred = sphere(sample)
centred -= centred.mean(0)
left = np.linalg.eigh(outside @ centred.T @ centred @ outside)[1][:, ::-1]


def products(count):
    """The embedding's products Z Zᵀ, which no choice of signs changes."""
    directions = np.concatenate([1.5 * found, left[:, :count - found.shape[1]]], 1)
    return short(z @ directions @ directions.T @ z.T)


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'closed-form.json'), 'w') as file:
    json.dump({
        'shrink': shrink, 'neighbours': neighbours, 'rows': short(x), 'classes': y.tolist(), 'sample': short(sample),
        'localScatter': short(local), 'products': {str(count): products(count) for count in (2, 4, size)},
    }, file)
