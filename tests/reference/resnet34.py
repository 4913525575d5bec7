"""Makes resnet34.json: what torchvision's ResNet34 answers under weights that both sides can compute.

Every number comes from a whole-number hash of its place, so that no weights need to be kept:
`tests/src-main/backbones/resnet34-graph.test.ts` has the same formula in TypeScript.
"""

import json
import pathlib

import numpy as np
import torch
import torchvision


def uniform(name: str, count: int) -> np.ndarray:
    """`count` numbers in [0, 1), float64: 32-bit multiply and xor-shift mixing of the index and the name's FNV-1a."""
    mask = np.uint64(0xFFFFFFFF)
    seed = 2166136261
    for byte in name.encode():
        seed = ((seed ^ byte) * 16777619) & 0xFFFFFFFF
    x = np.arange(count, dtype=np.uint64)
    x = ((x * np.uint64(2654435769)) & mask) ^ np.uint64(seed)
    x ^= x >> np.uint64(16)
    x = (x * np.uint64(2246822507)) & mask
    x ^= x >> np.uint64(13)
    x = (x * np.uint64(3266489909)) & mask
    x ^= x >> np.uint64(16)
    return x.astype(np.float64) / 4294967296


def values(name: str, shape: tuple) -> np.ndarray:
    u = uniform(name, int(np.prod(shape)))
    if len(shape) == 4:
        # Uniform with the variance of He's initialisation by fan-in.
        u = (2 * u - 1) * np.sqrt(6 / (shape[1] * shape[2] * shape[3]))
    elif name.startswith("fc."):
        u = (2 * u - 1) * 0.1
    elif name.endswith(".running_var"):
        u = 0.5 + u
    elif name.endswith(".weight"):
        u = 0.2 + 0.4 * u
    else:
        u = 0.2 * (u - 0.5)
    return u.astype(np.float32).reshape(shape)


def main() -> None:
    torch.set_num_threads(1)
    network = torchvision.models.resnet34(weights=None).eval()
    state = {
        name: torch.from_numpy(values(name, tuple(tensor.shape)))
        if tensor.dtype == torch.float32
        else tensor
        for name, tensor in network.state_dict().items()
    }
    network.load_state_dict(state)
    picture = (4 * uniform("picture", 3 * 224 * 224) - 2).astype(np.float32).reshape(1, 3, 224, 224)
    with torch.no_grad():
        x = network.maxpool(network.relu(network.bn1(network.conv1(torch.from_numpy(picture)))))
        golden = {}
        for stage in (1, 2, 3, 4):
            x = getattr(network, f"layer{stage}")(x)
            golden[f"stage-{stage}"] = x.mean((2, 3))
        golden["pooled"] = golden.pop("stage-4")
        golden["scores"] = network.fc(golden["pooled"])
        assert torch.allclose(golden["scores"], network(torch.from_numpy(picture)), rtol=1e-5)
    answers = {name: [float(f"{value:.7g}") for value in tensor[0].tolist()] for name, tensor in golden.items()}
    versions = {"torch": torch.__version__, "torchvision": torchvision.__version__}
    path = pathlib.Path(__file__).with_name("resnet34.json")
    path.write_text(json.dumps({"versions": versions, "answers": answers}) + "\n")
    print({name: (len(v), min(v), max(v)) for name, v in answers.items()})


if __name__ == "__main__":
    main()
