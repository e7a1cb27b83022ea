"""A model folder's EfficientDet-Lite0 as an ONNX graph: what other runtimes are given to compute.

The same tensors, BatchNorms unfolded, as ml/reader/network computes them (lite, bifpn, head); the heat is the class
map. Needs onnx and numpy (PyPI). A benchmark's converter: the program reads safetensors and knows no ONNX.
"""
import json
import math
import pathlib
import struct

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

# Whether a stage expands, its blocks and stride, whether its last block is a level; the rest is the weights' own.
STAGES = ((False, 1, 1, False), (True, 2, 2, False), (True, 2, 2, True), (True, 3, 2, False), (True, 3, 1, True),
          (True, 4, 2, False), (True, 1, 1, True))
TRUNK_EPSILON, PYRAMID_EPSILON = 1e-3, 1e-5
STRONGEST_PLACES = 4
KINDS = {"F32": "<f4", "F16": "<f2"}


def read_weights(path):
    data = pathlib.Path(path).read_bytes()
    (length,) = struct.unpack_from("<Q", data)
    header, tensors = json.loads(data[8:8 + length]), {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = (8 + length + at for at in entry["data_offsets"])
            values = numpy.frombuffer(data[begin:end], KINDS[entry["dtype"]])
            tensors[name] = values.reshape(entry["shape"]).astype(numpy.float32)
    return tensors


class Graph:
    """Nodes in the order in which they are added; every method answers with the name of what it computes."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants = weights, [], {}

    def constant(self, name, values):
        self.constants[name] = numpy_helper.from_array(numpy.ascontiguousarray(values), name)
        return name

    def weight(self, name):
        return self.constant(name, self.weights[name])

    def add(self, kind, *inputs, outputs=1, **attributes):
        names = [f"{kind}_{len(self.nodes)}_{n}" for n in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return names[0]

    def relu6(self, x):
        return self.add("Clip", x, self.constant("nought", numpy.float32(0)), self.constant("six", numpy.float32(6)))

    def conv(self, x, name, stride=1, bias=False):
        channels, _, kernel, _ = self.weights[f"{name}.weight"].shape
        groups = channels if "depthwise" in name else 1
        inputs = [x, self.weight(f"{name}.weight")] + ([self.weight(f"{name}.bias")] if bias else [])
        return self.add("Conv", *inputs, kernel_shape=[kernel] * 2, strides=[stride] * 2, pads=[kernel // 2] * 4,
                        group=groups)

    def norm(self, x, name, epsilon):
        parts = (self.weight(f"{name}.{part}") for part in ("weight", "bias", "running_mean", "running_var"))
        return self.add("BatchNormalization", x, *parts, epsilon=epsilon)


def inverted_bottleneck(g, x, name, expands, stride, is_residual):
    def normed(x, conv, norm, stride=1):
        return g.norm(g.conv(x, f"{name}.{conv}", stride), f"{name}.{norm}", TRUNK_EPSILON)

    y = g.relu6(normed(x, "_expand_conv", "_bn0")) if expands else x
    y = g.relu6(normed(y, "_depthwise_conv", "_bn1", stride))
    y = normed(y, "_project_conv", "_bn2")
    return g.add("Add", y, x) if is_residual else y


def trunk(g, x):
    x = g.relu6(g.norm(g.conv(x, "trunk._conv_stem", 2), "trunk._bn0", TRUNK_EPSILON))
    levels, block = [], 0
    for expands, blocks, stride, is_level in STAGES:
        for b in range(blocks):
            x = inverted_bottleneck(g, x, f"trunk._blocks.{block}", expands, stride if b == 0 else 1, b > 0)
            block += 1
        if is_level:
            levels.append(x)
    return levels


def fused(g, name, *inputs):
    x = inputs[0]
    for other in inputs[1:]:
        x = g.add("Add", x, other)
    x = g.conv(g.conv(g.relu6(x), f"{name}.depthwise"), f"{name}.pointwise")
    return g.norm(x, f"{name}.norm", PYRAMID_EPSILON)


def enlarged(g, x):
    """Place n of the coarser level on place 2 n of the finer; beyond the last one its edge."""
    doubled = g.constant("doubled", numpy.array([1, 1, 2, 2], numpy.float32))
    return g.add("Resize", x, "", doubled, mode="linear", coordinate_transformation_mode="asymmetric")


def shrunk(g, x):
    return g.add("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4)


def pyramid(g, levels, cells):
    p3, p4, p5 = (g.norm(g.conv(x, f"pyramid.lateral{n}"), f"pyramid.norm{n}", PYRAMID_EPSILON)
                  for n, x in enumerate(levels, 3))
    for cell in (f"pyramid.cells.{c}" for c in range(cells)):
        down4 = fused(g, f"{cell}.down4", p4, enlarged(g, p5))
        p3 = fused(g, f"{cell}.out3", p3, enlarged(g, down4))
        p4 = fused(g, f"{cell}.out4", p4, down4, shrunk(g, p3))
        p5 = fused(g, f"{cell}.out5", p5, shrunk(g, p4))
    return p3, p4, p5


def head(g, levels, places, map_share):
    """Logits and class map."""
    responses = [g.relu6(q) for q in levels]
    strongest = g.add("Concat", *(g.add("GlobalMaxPool", r) for r in responses), axis=1)
    answers = g.add("Gemm", g.add("Flatten", strongest), g.weight("head.linear.weight"), g.weight("head.linear.bias"),
                    transB=1)
    class_map = g.conv(responses[0], "head.map", bias=True)
    count = g.constant("count", numpy.array([min(STRONGEST_PLACES, places)], numpy.int64))
    best = g.add("TopK", g.add("Flatten", class_map), count, outputs=2, axis=1)
    opinion = g.add("ReduceMean", best, axes=[1], keepdims=1)
    # The first answer, "any", is shared between the two; the subtypes are the levels' alone.
    levels_share = g.constant("levels_share", numpy.array([[1 - map_share, 1, 1, 1, 1, 1]], numpy.float32))
    map_share = g.constant("map_share", numpy.array([[map_share, 0, 0, 0, 0, 0]], numpy.float32))
    return g.add("Add", g.add("Mul", answers, levels_share), g.add("Mul", opinion, map_share)), class_map


def macs_of(model):
    """Multiply-accumulates of convolutions and linear layers."""
    graph = onnx.shape_inference.infer_shapes(model).graph
    weights = {w.name: list(w.dims) for w in graph.initializer}
    shapes = {v.name: [d.dim_value for d in v.type.tensor_type.shape.dim] for v in graph.value_info}
    total = 0
    for node in graph.node:
        if node.op_type == "Conv":
            total += math.prod(shapes[node.output[0]]) * math.prod(weights[node.input[1]][1:])
        elif node.op_type == "Gemm":
            total += math.prod(weights[node.input[1]])
    return total


def build(folder, rows, columns):
    """The network that a model folder holds, for one picture of this size at a time: logits and heat."""
    folder = pathlib.Path(folder)
    network = json.loads((folder / "model.json").read_text())["network"]
    if network["architecture"] != "efficientdet-lite0" or not network.get("class_map"):
        raise ValueError("only EfficientDet-Lite0 with a class map is known here")
    g = Graph(read_weights(folder / "weights.safetensors"))
    levels = pyramid(g, trunk(g, "picture"), network["bifpn_cells"])
    logits, class_map = head(g, levels, rows // 8 * (columns // 8), network["map_share"])
    g.nodes.append(helper.make_node("Identity", [logits], ["logits"]))
    g.nodes.append(helper.make_node("Relu", [class_map], ["heat"]))
    graph = helper.make_graph(
        g.nodes, "network", [helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 1, rows, columns])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 6]),
         helper.make_tensor_value_info("heat", TensorProto.FLOAT, [1, 1, rows // 8, columns // 8])],
        list(g.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model
