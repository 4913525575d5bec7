"""What PyTorch makes of every loss and its gradient on small inputs: learning.json."""
import json
import os

import numpy as np
import torch

from library_losses import libraries

rng = np.random.default_rng(7)
rows, dimensions, classes = 14, 4, 4
labels = np.array([0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3])  # class 3 has one row; class 4 has none
embedding = rng.normal(size=(rows, dimensions)) + 3 + 1.5 * np.eye(5, dimensions)[labels]
one_hot = np.eye(5)[labels]
class_weights = rng.normal(size=(dimensions, 5))
class_bias = rng.normal(size=5)
class_scales = np.random.default_rng(8).normal(size=(dimensions, 5))
centres = np.random.default_rng(9).normal(size=(dimensions, 5)) + 3


def hard(a, others):
    b = others.min()
    return (b - a) / torch.maximum(a, b)


def soft(a, others):
    b = (others ** -7).sum() / (others ** -8).sum()
    return (b - a) / (a ** 8 + b ** 8) ** (1 / 8)


def silhouette(distance, of=hard):
    """Row by row, as the definition says it."""
    total = torch.zeros((), dtype=torch.float64)
    for i in range(rows):
        own = [j for j in range(rows) if labels[j] == labels[i] and j != i]
        if not own:
            continue
        a = torch.stack([distance(i, j) for j in own]).mean()
        others = torch.stack([torch.stack([distance(i, j) for j in np.flatnonzero(labels == k)]).mean() for k in range(classes) if k != labels[i]])
        total = total + of(a, others)
    return (1 - total / rows) / 2


def supcon(z):
    z = z / z.norm(dim=1, keepdim=True)
    likeness = z @ z.T / 0.1
    total, counted = torch.zeros((), dtype=torch.float64), 0
    for i in range(rows):
        positives = [j for j in range(rows) if labels[j] == labels[i] and j != i]
        if positives:
            others = torch.logsumexp(torch.stack([likeness[i, j] for j in range(rows) if j != i]), 0)
            total = total + torch.stack([others - likeness[i, p] for p in positives]).mean()
            counted += 1
    return total / counted


def cross_entropy(z):
    scores = z @ torch.tensor(class_weights) + torch.tensor(class_bias)
    return torch.nn.functional.cross_entropy(scores, torch.tensor(labels))


def euclidean(z):
    return silhouette(lambda i, j: (z[i] - z[j]).norm())


def cosine(z):
    u = z / z.norm(dim=1, keepdim=True)
    return silhouette(lambda i, j: 1 - u[i] @ u[j])


def soft_silhouette(z):
    return silhouette(lambda i, j: (z[i] - z[j]).norm(), soft)


def mahalanobis_silhouette(z):
    logs = torch.tensor(class_scales)
    scales = torch.exp(logs - logs.mean(0))
    return silhouette(lambda i, j: torch.sqrt((scales[:, labels[j]] * (z[i] - z[j]) ** 2).sum()))


same = torch.tensor(labels[:, None] == labels[None, :]) & ~torch.eye(rows, dtype=torch.bool)
other = torch.tensor(labels[:, None] != labels[None, :])


def distances(z):
    return torch.sqrt(((z[:, None] - z[None, :]) ** 2).sum(2) + torch.eye(rows))


def contrastive(z):
    d = distances(z / z.norm(dim=1, keepdim=True))
    return (d[same] ** 2 / 2).mean() + (torch.clamp(1 - d[other], min=0) ** 2 / 2).mean()


def triplet(z):
    d = distances(z / z.norm(dim=1, keepdim=True))
    able = same.any(1)
    far = d.masked_fill(~same, 0).max(1).values
    near = d.masked_fill(~other, 1e9).min(1).values
    return torch.clamp(0.2 + far - near, min=0)[able].mean()


def semi_hard_triplet(z):
    d = distances(z / z.norm(dim=1, keepdim=True)) ** 2
    costs = []
    for a, p in same.nonzero().tolist():
        strangers = d[a][other[a]]
        farther = strangers[strangers > d[a, p]]
        costs.append(torch.clamp(0.2 + d[a, p] - (farther.min() if len(farther) else strangers.max()), min=0))
    return torch.stack(costs).mean()


def middles(z):
    return torch.stack([z[labels == c].mean(0) for c in range(classes)])


def prototypical(z):
    return torch.nn.functional.cross_entropy(-torch.cdist(z, middles(z)) ** 2, torch.tensor(labels))


def cosine_corel(z):
    w = torch.tensor(class_weights)
    s = (z / z.norm(dim=1, keepdim=True)) @ (w / w.norm(dim=0, keepdim=True))
    own = s[torch.arange(rows), torch.tensor(labels)]
    worst = (s * (1 - torch.tensor(one_hot))).max(1).values
    return (-own / 2 + worst ** 2 / 2).mean()


def gaussian_corel(z):
    s = -((z[:, :, None] - torch.tensor(class_weights)[None]) ** 2).sum(1) / 2
    return (-s[torch.arange(rows), torch.tensor(labels)] / 2 + torch.logsumexp(s, 1) / 2).mean()


def davies_bouldin(z):
    c = middles(z)
    width = torch.stack([(z[labels == k] - c[k]).norm(dim=1).mean() if (labels == k).sum() > 1 else torch.zeros((), dtype=torch.float64) for k in range(classes)])
    worst = [torch.stack([(width[i] + width[j]) / (c[i] - c[j]).norm() for j in range(classes) if j != i]).max() for i in range(classes)]
    return torch.stack(worst).mean()


def calinski_harabasz(z):
    within = ((z - middles(z)[torch.tensor(labels)]) ** 2).sum()
    return within / ((z - z.mean(0)) ** 2).sum()


def dunn(z):
    d = distances(z)
    return d[same].max() / (d[same].max() + d[other].min())


def dec(z):
    q = 1 / (1 + ((z[:, :, None] - torch.tensor(centres)[None]) ** 2).sum(1))
    q = q / q.sum(1, keepdim=True)
    return torch.nn.functional.kl_div(q.log(), torch.tensor(one_hot), reduction='batchmean')


losses = {}
for name, of in {
    'silhouette': euclidean, 'cosine-silhouette': cosine, 'soft-silhouette': soft_silhouette, 'mahalanobis-silhouette': mahalanobis_silhouette,
    'supcon': supcon, 'cross-entropy': cross_entropy,
    'contrastive': contrastive, 'triplet': triplet, 'semi-hard-triplet': semi_hard_triplet, 'prototypical': prototypical, 'cosine-corel': cosine_corel,
    'gaussian-corel': gaussian_corel, 'davies-bouldin': davies_bouldin, 'calinski-harabasz': calinski_harabasz, 'dunn': dunn,
    'dec': dec, 'deep-cluster': cross_entropy,
}.items():
    z = torch.tensor(embedding, requires_grad=True)
    loss = of(z)
    loss.backward()
    losses[name] = {'loss': loss.item(), 'gradient': z.grad.flatten().tolist()}


def descents():
    """Two weights after six gradients, the last far too long, clipped to a length of 5: by each optimizer, at rate 0.1."""
    rng = np.random.default_rng(1)
    starts = [rng.normal(size=3), rng.normal(size=(2, 2))]
    gradients = [[scale * rng.normal(size=start.shape) for start in starts] for scale in (1, 0.5, 2, 0.1, 1, 100)]
    made = {
        'adam': lambda weights: torch.optim.Adam(weights, lr=0.1),
        'adamw': lambda weights: torch.optim.AdamW(weights, lr=0.1, weight_decay=0.01),
        'sgd': lambda weights: torch.optim.SGD(weights, lr=0.1, momentum=0.9),
    }
    ends = {}
    for name, make in made.items():
        weights = [torch.nn.Parameter(torch.tensor(start)) for start in starts]
        optimizer = make(weights)
        for step in gradients:
            for weight, gradient in zip(weights, step):
                weight.grad = torch.tensor(gradient)
            torch.nn.utils.clip_grad_norm_(weights, 5)
            optimizer.step()
        ends[name] = [weight.detach().flatten().tolist() for weight in weights]
    return {
        'starts': [start.flatten().tolist() for start in starts],
        'gradients': [[gradient.flatten().tolist() for gradient in step] for step in gradients], 'ends': ends,
    }


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'learning.json'), 'w') as file:
    json.dump({
        'embedding': embedding.tolist(), 'classes': labels.tolist(), 'classCount': 5,
        'weights': {'classWeights': class_weights.tolist(), 'classBias': [class_bias.tolist()], 'classScales': class_scales.tolist(),
                    'centres': centres.tolist()},
        'losses': losses, 'libraries': libraries(embedding, labels),
        'descents': descents(),
    }, file)
