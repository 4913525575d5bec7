"""Makes resnet34-gradients.json: the gradients of the silhouette loss by every convolution of torchvision's ResNet34, in
float64, under weights that both sides can compute (see resnet34.py), batch norm as at inference.

A gradient is kept as its length and its sums under four patterns of signs: the differences of two such sums tell how long
the difference of the gradients is. The application trains convolutions with batch norm folded into them, so gradients
are by the folded weights.
"""

import json
import pathlib

import numpy as np
import torch
import torchvision

from resnet34 import uniform, values

SIDE, CLASSES, PATTERNS = 64, [0, 0, 1, 1, 2, 2], 4


def silhouette_loss(embedding: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """(1 - mean s) / 2 (Rousseeuw 1987), distances Euclidean."""
    distances = torch.cdist(embedding, embedding, compute_mode="donot_use_mm_for_euclid_dist")
    same = torch.nn.functional.one_hot(classes).to(embedding.dtype)
    counts = same.sum(0)
    sums = distances @ same
    a = (sums * same).sum(1) / (counts[classes] - 1)
    b = (sums / counts).masked_fill(same > 0, float("inf")).min(1).values
    return (1 - ((b - a) / torch.maximum(a, b)).mean()) / 2


def main() -> None:
    torch.set_num_threads(1)
    network = torchvision.models.resnet34(weights=None).eval()
    network.load_state_dict({
        name: torch.from_numpy(values(name, tuple(tensor.shape))) if tensor.dtype == torch.float32 else tensor
        for name, tensor in network.state_dict().items()
    })
    network = network.double()
    pictures = torch.from_numpy((4 * uniform("pictures", 6 * 3 * SIDE * SIDE) - 2).astype(np.float32).reshape(6, 3, SIDE, SIDE)).double()
    head = torch.from_numpy((0.2 * uniform("head", 512 * 16) - 0.1).astype(np.float32).reshape(512, 16)).double()
    features = torch.nn.Sequential(*list(network.children())[:-1], torch.nn.Flatten())(pictures)
    loss = silhouette_loss(torch.nn.functional.normalize(features) @ head, torch.tensor(CLASSES))
    loss.backward()

    modules = dict(network.named_modules())
    gradients = {}
    for name, module in modules.items():
        if not isinstance(module, torch.nn.Conv2d):
            continue
        norm = modules[name.replace("conv", "bn").replace("downsample.0", "downsample.1")]
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        by = (module.weight.grad / scale[:, None, None, None]).detach().numpy().ravel()
        sums = [float(by @ np.where(uniform(f"{name} {at}", by.size) < 0.5, -1.0, 1.0)) for at in range(PATTERNS)]
        gradients[name] = {"length": float(np.linalg.norm(by)), "sums": sums}
    path = pathlib.Path(__file__).with_name("resnet34-gradients.json")
    path.write_text(json.dumps({"versions": {"torch": torch.__version__, "torchvision": torchvision.__version__}, "loss": float(loss), "gradients": gradients}) + "\n")
    print(float(loss), len(gradients), [gradients[name]["length"] for name in list(gradients)[:3]])


if __name__ == "__main__":
    main()
