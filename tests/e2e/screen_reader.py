#!/usr/bin/python3
"""Drives the window as a screen reader does, through AT-SPI: finds what it needs by role and name and presses
it, and hears what is said. usage: dbus-run-session -- screen_reader.py VIEWER HOME
Exits with 77 where this system has no AT-SPI, with 1 and a line for each thing that cannot be found or heard."""

import os
import subprocess
import sys
import time

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError):
    sys.exit(77)

PATIENCE_S = 90
faults = []


def inside(node):
    """The node and all below it; what goes away meanwhile is passed over."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from inside(child)


def has(node, state):
    return node.get_state_set().contains(state)


def shown(window):
    return [node for node in inside(window) if has(node, Atspi.StateType.SHOWING)]


def waited_for(what, find):
    """What `find` gives once it gives something."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            if found := find():
                return found
        except gi.repository.GLib.Error:
            pass  # it changed while it was looked at
        time.sleep(0.3)
    print("not found:", what)
    sys.exit(1)


def role_of(node):
    """As AT-SPI called it first: a button has lost its "push" since."""
    role = node.get_role_name()
    return "push button" if role == "button" else role


def viewer():
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
    return next((app for app in apps if app is not None and app.get_name() == "hemoscope"), None)


def the(window, role, name, begins=False):
    def is_it(node):
        said = node.get_name() or ""
        return role_of(node) == role and (said.startswith(name) if begins else said == name)

    return waited_for(f"{role} '{name}'", lambda: next((n for n in shown(window) if is_it(n)), None))


def press(node):
    if not node.do_action(0):
        faults.append(f"'{node.get_name()}' cannot be pressed")


def label_described(window, description):
    """What a label says that is known by what it is about."""
    for node in shown(window):
        if node.get_role_name() == "label" and node.get_description() == description and node.get_name():
            return node.get_name()
    return None


def expect(condition, fault):
    if not condition:
        faults.append(fault)


def look_around(window):
    """Whatever the keyboard reaches has a name."""
    for node in shown(window):
        if has(node, Atspi.StateType.FOCUSABLE):
            expect(node.get_name(), f"a {node.get_role_name()} has no name: {node.get_description()!r}")


def drive(window):
    press(the(window, "push button", "Try it on a phantom"))
    headline = waited_for("the answer", lambda: label_described(window, "Answer"))
    headline = waited_for(
        "a suspicion", lambda: (said := label_described(window, "Answer")) and "suspected" in said and said
    )
    the(window, "table cell", "Head phantom, not a patient", begins=True)
    view = the(window, "filler", "Axial view", begins=True)
    before = view.get_name()
    press(the(window, "push button", "Next suspicious slice"))
    waited_for("another slice", lambda: view.get_name() != before)
    slice_number = view.get_name().split("slice ")[1].split(" ")[0]
    told = waited_for("the slice in the status line", lambda: label_described(window, "Slice"))
    expect(slice_number in told, f"the status line says {told!r} of {view.get_name()!r}")
    invert = the(window, "check box", "Invert")
    press(invert)
    waited_for("an inverted picture", lambda: has(invert, Atspi.StateType.CHECKED))
    bars = the(window, "filler", "Probabilities of this slice")
    expect("Any" in bars.get_description(), f"no probabilities are told: {bars.get_description()!r}")
    look_around(window)


def main():
    program, home = sys.argv[1:]
    places = {f"XDG_{kind}_HOME": os.path.join(home, kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8", **places)
    running = subprocess.Popen([program], env=environment)
    try:
        if Atspi.init() not in (0, 1):
            sys.exit(77)
        drive(waited_for("the viewer", viewer))
    finally:
        running.terminate()
        running.wait()
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
