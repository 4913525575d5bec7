"""Compares what onnxruntime in Python makes of an exported network with the vectors that the application exported.

    silhouette export onnx --to mine.onnx --run 1
    silhouette export vectors --to vectors --space ID     (the space of run 1)
    python run_network.py mine.onnx PHOTOS vectors

Exits with 1 where an embedding differs by more than 1e-4 from the application's. The network takes pixels from 0 to 1, so
that all this has to do is to decode and to crop: the middle crop / resize of the shorter side, and of a photo smaller than that
at least `crop` pixels or the whole. Photos whose shorter side is neither `resize` pixels nor between the two are scaled here by
Pillow, which rounds otherwise than the application does, and are reported apart; so use photos of that size, without
loss (PNG) and without a colour profile, which the application converts.
"""

import json
import pathlib
import sys

import numpy as np
import onnxruntime
from PIL import Image, ImageOps

network, photos, vectors = map(pathlib.Path, sys.argv[1:4])
description = json.loads(network.with_suffix(".json").read_text())
resize, crop = description["resize"], description["crop"]


def pixels(path: pathlib.Path) -> tuple[np.ndarray, bool]:
    """[3, crop, crop] float32 from 0 to 1, and whether the photo had to be scaled."""
    picture = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    shorter = min(picture.size)
    scale = crop / shorter / min(1, max(crop / resize, crop / shorter))
    scaled = round(shorter * scale) != shorter
    if scaled:
        picture = picture.resize([max(crop, round(side * scale)) for side in picture.size], Image.Resampling.BILINEAR)
    left, top = [(side - crop) // 2 for side in picture.size]
    square = np.asarray(picture.crop((left, top, left + crop, top + crop)), dtype=np.float32)
    values = square.transpose(2, 0, 1) / np.array(255, np.float32)
    return (values - np.float32(description["mean"])[:, None, None]) / np.float32(description["deviation"])[:, None, None], scaled


paths = (vectors / "paths.txt").read_text().splitlines()
wanted = np.load(vectors / "vectors.npy")
session = onnxruntime.InferenceSession(network, providers=["CPUExecutionProvider"])
differences = {False: [], True: []}
for path, vector in zip(paths, wanted):
    picture, scaled = pixels(photos / path)
    [embedding] = session.run(["embedding"], {session.get_inputs()[0].name: picture[None]})
    differences[scaled].append(np.abs(embedding[0] - vector).max())
for scaled, found in differences.items():
    if found:
        print(f"{len(found)} photos {'scaled by Pillow' if scaled else 'as they are'}: at most {max(found):.2e} apart, "
              f"where embeddings reach {np.abs(wanted).max():.2f}")
sys.exit(int(max(differences[False], default=0) > 1e-4))
