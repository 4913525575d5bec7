"""The peer of `npm run bench -- training`: the same step in PyTorch, on all cores. Prints the median milliseconds a step
and the most memory the process held, as JSON."""

import json
import resource
import statistics
import sys
import time

import torch
import torchvision

case = json.loads(sys.argv[1])
CLASSES, DIMENSIONS = 10, 16
batch, side = case["batch"], case["side"]
torch.manual_seed(1)
classes = torch.arange(batch) % CLASSES
same = torch.nn.functional.one_hot(classes, CLASSES).float()
counts = same.sum(0)


def silhouette_loss(embedding: torch.Tensor) -> torch.Tensor:
    """(1 - mean s) / 2 (Rousseeuw 1987)."""
    sums = torch.cdist(embedding, embedding) @ same
    a = (sums * same).sum(1) / (counts[classes] - 1).clamp(min=1)
    b = (sums / counts.clamp(min=1)).masked_fill((same > 0) | (counts == 0), float("inf")).min(1).values
    return (1 - ((b - a) / torch.maximum(a, b)).mean()) / 2


head = torch.nn.Linear(512, DIMENSIONS, bias=False)
trained = list(head.parameters())
if case["part"] == "head":
    features = torch.randn(batch, 512)
    embed = lambda: head(features)
    optimizer = torch.optim.Adam(trained, lr=0.001)
else:
    network = torchvision.models.resnet34(weights=None).eval()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.requires_grad_(False)
    children = dict(network.named_children())
    parts = [children[name] for name in (["layer4"] if case["part"] == "layer4" else [name for name in children if name != "fc" and name != "avgpool"])]
    del network, children
    trunk = torch.nn.Sequential(*parts, torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten())
    pictures = torch.randn(batch, 256, -(-side // 16), -(-side // 16)) if case["part"] == "layer4" else torch.randn(batch, 3, side, side)
    embed = lambda: head(torch.nn.functional.normalize(trunk(pictures)))
    trained += [parameter for parameter in trunk.parameters() if parameter.requires_grad]
    optimizer = torch.optim.SGD(trained, lr=0.001, momentum=0.9)


def step() -> float:
    started = time.perf_counter()
    optimizer.zero_grad(set_to_none=True)
    silhouette_loss(embed()).backward()
    optimizer.step()
    return 1000 * (time.perf_counter() - started)


for _ in range(20 if case["part"] == "head" else 1):
    step()
ms = statistics.median(step() for _ in range(case["steps"]))
print(json.dumps({"ms": ms, "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
