#!/usr/bin/env python3
"""The shipped network in ONNX Runtime and OpenVINO beside ours: same weights, same pictures, one run.

usage: other_runtimes.py [--rounds 9] [--slices 28] [--size 288x288] [--threads 1 2] [--profile]

    pip install onnx onnxruntime openvino numpy
    ninja -C build/release bench_network

Slices are read one at a time, in single precision, heat included. Every turn is a process of its own, so that no
runtime's threads wait beside another's; the order of a round is drawn anew. A turn's figure is the median of its slices,
the table's that of the turns. The floor is the network's multiply-accumulates at the speed of a large matrix product
(NumPy's OpenBLAS).
"""
import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
WARM_UPS = 5
LOGITS = 6
AGREEMENT = 1e-3  # of logits

try:
    import numpy
    import onnx  # noqa: F401, needed by onnx_network
    import onnxruntime
    import openvino
except ImportError as error:
    sys.exit(f"{error.name} is missing: pip install onnx onnxruntime openvino numpy")

import onnx_network


def made_pictures(count, rows, columns):
    """Drawn heads, -1..1: air, skull, brain with noise; every second one has a bright place."""
    chance = numpy.random.default_rng(7)
    y, x = numpy.mgrid[-1:1:rows * 1j, -1:1:columns * 1j]
    pictures = numpy.full((count, 1, rows, columns), -1, numpy.float32)
    for n, picture in enumerate(pictures[:, 0]):
        size = 0.6 + 0.3 * n / count
        radius = numpy.hypot(x, y) / size
        brain = -0.2 + 0.1 * chance.standard_normal((rows, columns))
        if n % 2:
            place = numpy.hypot(x - 0.3 * size, y - 0.5 * size * (n / count - 0.5))
            brain[place < 0.1 + 0.1 * n / count] += 0.9
        picture[radius < 1] = 1
        picture[radius < 0.9] = brain[radius < 0.9]
    return pictures.clip(-1, 1)


def onnxruntime_reader(model, threads, profile):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    if profile:
        options.enable_profiling, options.profile_file_prefix = True, "onnxruntime"
        options.optimized_model_filepath = "onnxruntime-optimized.onnx"
    session = onnxruntime.InferenceSession(model, options, ["CPUExecutionProvider"])
    return lambda picture: session.run(["logits", "heat"], {"picture": picture})


def openvino_reader(model, threads, profile):
    options = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": threads, "INFERENCE_PRECISION_HINT": "f32",
               "PERF_COUNT": "YES" if profile else "NO"}
    request = openvino.compile_model(model, "CPU", options).create_infer_request()

    def read(picture):
        answer = request.infer({"picture": picture})
        if profile:
            read.parts = request.profiling_info
        return answer["logits"], answer["heat"]
    return read


READERS = {"onnxruntime": onnxruntime_reader, "openvino": openvino_reader}


def timed(work):
    start = time.perf_counter()
    answer = work()
    return answer, (time.perf_counter() - start) * 1e3


def other_turn(name, threads, folder, profile=False):
    """Like bench_network: times on the output, answers into a file."""
    pictures = numpy.load(folder / "pictures.npy")
    path = str(folder / "network.onnx")
    read, times, answers = READERS[name](path, threads, profile), [], []
    for _ in range(WARM_UPS):
        read(pictures[:1])
    for n in range(len(pictures)):
        (logits, heat), ms = timed(lambda: read(pictures[n:n + 1]))
        times.append(ms)
        answers += [logits.ravel(), heat.ravel()]
    numpy.concatenate(answers).astype("<f4").tofile(folder / "answers.f32")
    print(json.dumps({"ms": times}))
    if profile and name == "openvino":
        for part in sorted(read.parts, key=lambda p: -p.real_time)[:40]:
            ms = part.real_time.total_seconds() * 1e3
            print(f"{ms:8.3f} ms  {part.node_type:20} {part.exec_type:28} {part.node_name}", file=sys.stderr)


def floor_turn(folder):
    """At the best of a few large products in single precision."""
    side = 1536
    a, b = (numpy.random.default_rng(n).random((side, side), numpy.float32) for n in range(2))
    best = min(timed(lambda: a @ b)[1] for _ in range(6))
    macs = json.loads((folder / "network.json").read_text())["macs"]
    print(json.dumps({"ms": [best * macs / side ** 3]}))


def run_turn(name, threads, folder, rows, columns, build):
    environment = dict(os.environ, OPENBLAS_NUM_THREADS=str(threads))
    if name == "ours":
        files = [folder / name for name in ("model", "pictures.f32", "answers.f32")]
        command = [build / "bin" / "bench_network", *files, "--rows", str(rows), "--columns", str(columns),
                   "--threads", str(threads), "--warm-ups", str(WARM_UPS)]
    else:
        command = [sys.executable, __file__, "--turn", name, "--threads", str(threads), "--folder", folder]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
    return statistics.median(json.loads(done.stdout)["ms"])


def difference(answers, wanted, pictures):
    """The largest of logits and of heat."""
    ours, theirs = (numpy.fromfile(path, "<f4").reshape(pictures, -1) for path in (wanted, answers))
    off = numpy.abs(ours - theirs)
    return off[:, :LOGITS].max(), off[:, LOGITS:].max()


def compare(options, folder):
    rows, columns = (int(side) for side in options.size.split("x"))
    pictures = made_pictures(options.slices, rows, columns)
    numpy.save(folder / "pictures.npy", pictures)
    pictures.astype("<f4").tofile(folder / "pictures.f32")
    (folder / "model").symlink_to(options.model.resolve())
    model = onnx_network.build(options.model, rows, columns)
    onnx.save(model, folder / "network.onnx")
    macs = onnx_network.macs_of(model)
    (folder / "network.json").write_text(json.dumps({"macs": macs}))

    turns = [(name, threads) for name in ("ours", "onnxruntime", "openvino", "floor") for threads in options.threads]
    times, off = {turn: [] for turn in turns}, {}
    run_turn("ours", 1, folder, rows, columns, options.build)
    wanted = (folder / "answers.f32").rename(folder / "wanted.f32")
    for _ in range(options.rounds):
        for turn in random.sample(turns, len(turns)):
            times[turn].append(run_turn(*turn, folder, rows, columns, options.build))
            if turn[0] != "floor":
                off[turn] = difference(folder / "answers.f32", wanted, options.slices)
    report(options, macs, times, off)
    if any(logits > AGREEMENT for logits, _ in off.values()):
        sys.exit(f"The answers are not the same: logits differ by more than {AGREEMENT}.")


def report(options, macs, times, off):
    print(f"onnxruntime {onnxruntime.__version__}, openvino {openvino.__version__}; {options.size}, "
          f"{macs / 1e9:.3f} GMAC, {options.slices} slices, {options.rounds} rounds")
    print("| runtime | threads | ms a slice (least to most) | of ours | of the floor | logits, heat off by |")
    print("|---|---|---|---|---|---|")
    for (name, threads), all_ms in times.items():
        ms, ours, floor = (statistics.median(times[who, threads]) for who in (name, "ours", "floor"))
        differs = "{:.0e}, {:.0e}".format(*off[name, threads]) if name != "floor" else ""
        print(f"| {name} | {threads} | {ms:.2f} ({min(all_ms):.2f} to {max(all_ms):.2f}) | {ms / ours:.2f} | "
              f"{ms / floor:.2f} | {differs} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--slices", type=int, default=28)
    parser.add_argument("--size", default="288x288", help="rows x columns; 256x224 is the middle, which most slices are")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--model", type=pathlib.Path, default=SOURCE / "resources" / "models" / "lite0-288-6")
    parser.add_argument("--build", type=pathlib.Path, default=SOURCE / "build" / "release")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder in which network.onnx and the pictures stay")
    parser.add_argument("--turn", choices=[*READERS, "floor"], help="one turn on what --keep left")
    parser.add_argument("--folder", type=pathlib.Path, help="of the turn")
    parser.add_argument("--profile", action="store_true", help="of the turn: what the runtime itself says of its parts")
    options = parser.parse_args()
    if options.turn == "floor":
        floor_turn(options.folder)
    elif options.turn:
        other_turn(options.turn, options.threads[0], options.folder, options.profile)
    elif options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        compare(options, options.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(options, pathlib.Path(folder))


if __name__ == "__main__":
    main()
