"""Runs processes and says what they cost: CPU seconds (user and system), wall time, peak memory."""

import os
import pathlib
import re
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What one process used."""

    cpu: float
    wall: float
    peak_mib: float
    code: int


def run(arguments, *, stdin=None, stdout=None, stderr=None, environment=None, allowed=(0,)):
    """Runs a command to its end; raises where it ends otherwise than allowed, with what it said.

    The peak is asked of GNU time: the kernel counts what a process held before it became the command, so that a child of
    this program would begin with the peak of this program.
    """
    with (
        open(stderr, "w+b") if stderr else tempfile.TemporaryFile() as errors,
        open(stdout or os.devnull, "wb") as out,
        tempfile.NamedTemporaryFile("r") as peak,
    ):
        began = time.monotonic()
        process = subprocess.Popen(
            ["/usr/bin/time", "--quiet", "-f", "%M", "-o", peak.name, *(str(argument) for argument in arguments)],
            stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            env={**os.environ, **(environment or {})},
        )
        if stdin is not None:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            errors.seek(0)
            said = errors.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{arguments[0]} ended with {process.returncode}: {said}")
        peak_mib = int(peak.read().split()[-1]) / 1024
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak_mib, process.returncode)


def median(costs):
    """The run whose CPU time is the middle one."""
    return sorted(costs, key=lambda cost: cost.cpu)[len(costs) // 2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server process, ready when a path answers, stopped at the end of `with`."""

    def __init__(self, arguments, port, ready, environment=None):
        self.address = f"http://127.0.0.1:{port}"
        self.log = tempfile.NamedTemporaryFile(prefix="bench-server-", suffix=".log")
        self.process = subprocess.Popen(
            [str(argument) for argument in arguments],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            env={**os.environ, **(environment or {})},
        )
        self._wait_until(ready)

    def _wait_until(self, ready):
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.process.args[0]} ended: {pathlib.Path(self.log.name).read_text()[-2000:]}")
            try:
                urllib.request.urlopen(self.address + ready, timeout=2).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError(f"{self.process.args[0]} does not answer on {self.address}{ready}")

    def cpu(self):
        """CPU seconds that the process and its threads have used so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass(frozen=True)
class Served:
    """What a server did under load."""

    requests: int
    seconds: float
    cpu: float
    p99_ms: float

    @property
    def per_cpu_second(self):
        return self.requests / self.cpu


# `wrong` is global, so that thread:get finds it; requests are made in init, where wrk knows the host.
WRK_SCRIPT = """
local paths, turn = {}, 0
local wanted = tonumber(os.getenv("BENCH_STATUS"))
wrong = 0
init = function()
  for line in io.lines(os.getenv("BENCH_PATHS")) do
    local path, tag = line:match("^([^\\t]*)\\t?(.*)$")
    local headers = { Host = wrk.host .. ":" .. wrk.port }
    if tag ~= "" then headers["If-None-Match"] = tag end
    paths[#paths + 1] = wrk.format("GET", path, headers)
  end
end
request = function()
  turn = turn % #paths + 1
  return paths[turn]
end
response = function(status) if status ~= wanted then wrong = wrong + 1 end end
local threads = {}
setup = function(thread) threads[#threads + 1] = thread end
done = function(summary, latency)
  local all = 0
  for _, thread in ipairs(threads) do all = all + thread:get("wrong") end
  io.write(string.format("BENCH %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99), all,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def load(server, paths, *, seconds, status=200):
    """Asks for the paths in turn over 32 connections; `paths` are (path, ETag or "") pairs."""
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder, "load.lua")
        script.write_text(WRK_SCRIPT)
        listing = pathlib.Path(folder, "paths")
        listing.write_text("".join(f"{path}\t{tag}\n" for path, tag in paths))
        environment = {**os.environ, "BENCH_PATHS": str(listing), "BENCH_STATUS": str(status)}
        before = server.cpu()
        output = subprocess.run(
            ["wrk", "-t1", "-c32", f"-d{seconds}s", "-s", str(script), server.address],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        used = server.cpu() - before
    found = re.search(r"^BENCH (\d+) (\d+) (\d+) (\d+) (\d+)$", output, re.MULTILINE)
    if not found:
        raise RuntimeError(f"wrk said: {output}")
    requests, duration, p99, wrong, errors = map(int, found.groups())
    if wrong or errors or not requests:
        raise RuntimeError(f"{requests} requests, {wrong} not answered {status}, {errors} broken: {paths[0][0]}")
    return Served(requests, duration / 1e6, used, p99 / 1000)


def median_served(loads):
    return sorted(loads, key=lambda served: served.per_cpu_second)[len(loads) // 2]


def mean(values):
    return statistics.fmean(values)
