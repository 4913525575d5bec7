"""The losses that pytorch-metric-learning and scikit-learn have, configured as ours are, for learning.py.

Where theirs differ by default:
- contrastive: theirs takes d and max(0, m - d) and leaves out pairs that cost nothing from the mean; ours is the paper's, of
  half their squares, over all pairs.
- triplet: theirs takes every triplet unless a miner is given, and leaves out those that cost nothing from the mean.
- Calinski-Harabasz and the silhouettes: theirs grow as clusters get better; ours fall, between 0 and 1.
"""
import torch
from pytorch_metric_learning import losses, miners, reducers
from sklearn import metrics


class SquaredContrastive(losses.ContrastiveLoss):
    def pos_calc(self, distance, margin):
        return distance ** 2 / 2

    def neg_calc(self, distance, margin):
        return torch.relu(margin - distance) ** 2 / 2

    def get_default_reducer(self):
        return reducers.MeanReducer()


def libraries(embedding, labels):
    """The loss of each, by our id of it, and its gradient where the library has one."""
    targets = torch.tensor(labels)

    def differentiated(of):
        z = torch.tensor(embedding, requires_grad=True)
        loss = of(z)
        loss.backward()
        return {'library': 'pytorch-metric-learning', 'loss': loss.item(), 'gradient': z.grad.flatten().tolist()}

    def scored(loss):
        return {'library': 'scikit-learn', 'loss': float(loss), 'gradient': None}

    triplets = losses.TripletMarginLoss(margin=0.2, reducer=reducers.MeanReducer())
    n, k = len(labels), len(set(labels.tolist()))
    return {
        'contrastive': differentiated(lambda z: SquaredContrastive()(z, targets)),
        'triplet': differentiated(lambda z: triplets(z, targets, miners.BatchHardMiner()(z, targets))),
        'supcon': differentiated(lambda z: losses.SupConLoss(temperature=0.1)(z, targets)),
        'silhouette': scored((1 - metrics.silhouette_score(embedding, labels)) / 2),
        'cosine-silhouette': scored((1 - metrics.silhouette_score(embedding, labels, metric='cosine')) / 2),
        'davies-bouldin': scored(metrics.davies_bouldin_score(embedding, labels)),
        'calinski-harabasz': scored(1 / (1 + metrics.calinski_harabasz_score(embedding, labels) * (k - 1) / (n - k))),
    }
