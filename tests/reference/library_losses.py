"""The losses that pytorch-metric-learning and scikit-learn have, configured as ours are, for learning.py.

Where theirs differ by default:
- contrastive: theirs takes d and max(0, m - d) and leaves out pairs that cost nothing from the mean; ours is the paper's, of
  half their squares, over all pairs.
- triplet: theirs takes every triplet unless a miner is given, and leaves out those that cost nothing from the mean.
- semi-hard triplet: theirs takes every stranger within the margin beyond the fellow; ours is the nearest of those beyond,
  however far, and the farthest of all where none is beyond.
- Calinski-Harabasz and the silhouettes: theirs grow as clusters get better; ours fall, between 0 and 1.
"""
import torch
from pytorch_metric_learning import distances, losses, miners, reducers
from sklearn import metrics


class SquaredContrastive(losses.ContrastiveLoss):
    def pos_calc(self, distance, margin):
        return distance ** 2 / 2

    def neg_calc(self, distance, margin):
        return torch.relu(margin - distance) ** 2 / 2

    def get_default_reducer(self):
        return reducers.MeanReducer()


class NearestSemiHard(miners.TripletMarginMiner):
    """Of their semi-hard triplets with no end to the margin, the one with the nearest stranger for each pair."""

    def __init__(self, distance):
        super().__init__(margin=1e9, type_of_triplets='semihard', distance=distance)

    def mine(self, embeddings, labels, ref_emb, ref_labels):
        away = self.distance(embeddings, ref_emb)
        chosen = {}
        for a, p, n in zip(*(each.tolist() for each in super().mine(embeddings, labels, ref_emb, ref_labels))):
            if (a, p) not in chosen or away[a, n] < away[a, chosen[a, p]]:
                chosen[a, p] = n
        for a, own in enumerate(labels.tolist()):
            strangers = (labels != own).nonzero().flatten()
            for p in (labels == own).nonzero().flatten().tolist():
                if p != a and (a, p) not in chosen:
                    chosen[a, p] = strangers[away[a, strangers].argmax()].item()
        return tuple(torch.tensor(column) for column in zip(*((a, p, n) for (a, p), n in chosen.items())))


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
    squared = distances.LpDistance(normalize_embeddings=True, p=2, power=2)
    semi_hard = losses.TripletMarginLoss(margin=0.2, distance=squared, reducer=reducers.MeanReducer())
    n, k = len(labels), len(set(labels.tolist()))
    return {
        'contrastive': differentiated(lambda z: SquaredContrastive()(z, targets)),
        'triplet': differentiated(lambda z: triplets(z, targets, miners.BatchHardMiner()(z, targets))),
        'semi-hard-triplet': differentiated(lambda z: semi_hard(z, targets, NearestSemiHard(squared)(z, targets))),
        'supcon': differentiated(lambda z: losses.SupConLoss(temperature=0.1)(z, targets)),
        'silhouette': scored((1 - metrics.silhouette_score(embedding, labels)) / 2),
        'cosine-silhouette': scored((1 - metrics.silhouette_score(embedding, labels, metric='cosine')) / 2),
        'davies-bouldin': scored(metrics.davies_bouldin_score(embedding, labels)),
        'calinski-harabasz': scored(1 / (1 + metrics.calinski_harabasz_score(embedding, labels) * (k - 1) / (n - k))),
    }
