"""The training run: one pass from the encoder's weights to the tagger, with checkpoints it can go on from."""
import json
import math
import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch

from .batches import epoch_batches, tensors_of
from .decode import torch_runner
from .encoder import DropoutPool
from .measure import measure

RATE, WARM_UP, DECAY, CLIP, DROPOUT = 1.5e-4, 0.06, 0.01, 1.0, 0.1
EMBEDDING_RATE, HEAD_RATE = 1 / 3, 5.0
# Of a student: share of the annotation's loss, temperature of the teacher's answers. It trains without dropout: it lacks room, not restraint.
LEARNT, SOFTENING = 0.5, 2.0
AVERAGE_FROM, AVERAGE_DECAY, AVERAGE_EVERY = 0.6, 0.98, 10
# The last part of a run computes as the eight-bit graph will (encoder.Matrix), so that its rounding costs less.
ROUND_FROM = 0.75


class RowAdam:
    """Adam for the word table that touches only the rows a batch uses; a full update would cost as much as the encoder's."""

    def __init__(self, parameter, betas=(0.9, 0.98), epsilon=1e-8):
        self.parameter, self.betas, self.epsilon = parameter, betas, epsilon
        self.mean, self.square, self.steps = torch.zeros_like(parameter), torch.zeros_like(parameter), 0

    @torch.no_grad()
    def step(self, gradient, rate):
        self.steps += 1
        rows, values = gradient.indices()[0], gradient.values()
        mean = self.mean[rows].lerp_(values, 1 - self.betas[0])
        square = self.square[rows].mul_(self.betas[1]).addcmul_(values, values, value=1 - self.betas[1])
        self.mean[rows], self.square[rows] = mean, square
        mean = mean / (1 - self.betas[0] ** self.steps)
        square = square / (1 - self.betas[1] ** self.steps)
        self.parameter[rows] -= rate * mean / (square.sqrt() + self.epsilon)

    def state(self):
        return {"mean": self.mean, "square": self.square, "steps": self.steps}

    def load(self, state):
        self.mean, self.square, self.steps = state["mean"], state["square"], state["steps"]


class Progress:
    """Where the run stands between 0 and 1: by steps, or by minutes where a limit is set.

    Writing a number of minutes into the file `finish` makes the rest of the schedule fit into them.
    """

    def __init__(self, steps, minutes, folder):
        self.steps, self.minutes, self.finish = steps, minutes, Path(folder) / "finish"
        self.started, self.bend = time.time(), None
        self.finish.unlink(missing_ok=True)

    def at(self, step):
        plain = step / self.steps
        if self.minutes:
            plain = max(plain, (time.time() - self.started) / 60 / self.minutes)
        if self.bend is None and self.finish.exists():
            self.bend = (min(plain, 1.0), time.time(), max(0.1, float(self.finish.read_text().strip() or 10)))
        if self.bend:
            origin, since, minutes = self.bend
            plain = origin + (1 - origin) * (time.time() - since) / 60 / minutes
        return min(plain, 1.0)


def rate_at(progress, highest=RATE):
    return highest * (progress / WARM_UP if progress < WARM_UP else (1 - progress) / (1 - WARM_UP))


def save(path, state):
    """Write a checkpoint whole or not at all."""
    temporary = f"{path}.part"
    torch.save(state, temporary)
    os.replace(temporary, path)


@dataclass
class Teacher:
    """A trained tagger whose answers a student learns, and which of its blocks each block of the student stands for."""

    model: object
    blocks: list


def scores_of(model, batch):
    """(states after each block, label scores) of the words of a batch."""
    ids, mask, places, _ = batch
    with torch.autocast("cpu", torch.bfloat16):
        blocks = [states.reshape(-1, states.shape[-1])[places].float() for states in model.blocks(ids, mask)]
    return blocks, model.head(blocks[-1])


def loss_of(model, batch, teacher=None):
    """Against the annotation; with a teacher half of it, and its softened answers and the states of its blocks beside it."""
    blocks, scores = scores_of(model, batch)
    loss = -torch.logsumexp(torch.log_softmax(scores, -1) + batch[3], -1).mean()
    if teacher is None:
        return loss
    with torch.no_grad():
        wanted_blocks, wanted = scores_of(teacher.model, batch)
    softened = torch.nn.functional.kl_div(torch.log_softmax(scores / SOFTENING, -1), torch.log_softmax(wanted / SOFTENING, -1), reduction="batchmean", log_target=True)
    distances = [torch.nn.functional.mse_loss(states, wanted_blocks[block]) for states, block in zip(blocks, teacher.blocks)]
    return LEARNT * loss + SOFTENING ** 2 * softened + distances[-1] + sum(distances) / len(distances)


def train(model, documents, dev, names, pieces, folder, steps, minutes=None, seed=1, log=print, every=500, rate=RATE, teacher=None):
    """Train the tagger in place and return (tagger, report). Goes on from `checkpoint.pt` in `folder` where there is one."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    model.pool = None if teacher else DropoutPool(DROPOUT, seed=seed)
    groups = {"table": [], "head": [], "plain": [], "weights": []}
    for name, parameter in model.named_parameters():
        if name == "word.weight":
            continue
        group = "head" if name.startswith("head") else "table" if name.startswith(("position", "token_type", "norm")) else "weights" if parameter.ndim > 1 else "plain"
        groups[group].append(parameter)
    factor = {"table": EMBEDDING_RATE, "head": HEAD_RATE, "plain": 1.0, "weights": 1.0}
    optimiser = torch.optim.AdamW(
        [{"params": parameters, "factor": factor[group], "weight_decay": DECAY if group == "weights" else 0.0} for group, parameters in groups.items()],
        lr=rate, betas=(0.9, 0.98), fused=True)
    learns_table = model.word.weight.requires_grad
    rows = RowAdam(model.word.weight)
    dense = [parameter for group in groups.values() for parameter in group]
    average = None
    step, epoch, skip = 0, 0, 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        rows.load(state["rows"])
        average, step, epoch, skip = state["average"], state["step"], state["epoch"], state["skip"]
        log(f"going on from step {step}")
    progress = Progress(steps, minutes, folder)
    history, running, since, first = [], 0.0, time.time(), step
    started = time.time()

    def evaluate(label):
        clock = time.time()
        model.round_matrices(False)
        figures = measure(dev, pieces, torch_runner(model))
        entry = {"step": step, "weights": label, "names": {group: round(values["names"][0], 4) for group, values in figures.items()}, "all": {row: round(value[0], 3) for row, value in figures["all"].items()}}
        history.append(entry)
        log(f"dev {json.dumps(entry)} ({time.time() - clock:.0f} s)")
        model.train()
        return figures["all"]["names"][0]

    def swapped(weights):
        kept_weights = {name: value.clone() for name, value in model.state_dict().items()}
        model.load_state_dict(weights)
        return kept_weights

    done, chosen = False, "last"
    while not done:
        batches = epoch_batches(documents(random.Random(f"{seed} {epoch} choice")), pieces, names, random.Random(f"{seed} {epoch}"))
        model.train()
        for index, batch in enumerate(batches):
            if index < skip:
                continue
            where = progress.at(step)
            if where >= 1:
                done = True
                break
            model.round_matrices(where > ROUND_FROM)
            current_rate = rate_at(where, rate)
            for group in optimiser.param_groups:
                group["lr"] = current_rate * group["factor"]
            loss = loss_of(model, tensors_of(batch), teacher)
            loss.backward()
            gradients = [parameter.grad for parameter in dense if parameter.grad is not None]
            table = model.word.weight.grad.coalesce() if learns_table else None
            if learns_table:
                gradients.append(table.values())
            norm = math.sqrt(sum(float(value) ** 2 for value in torch._foreach_norm(gradients)))
            if norm > CLIP:
                torch._foreach_mul_(gradients, CLIP / norm)
            optimiser.step()
            if learns_table:
                rows.step(table, current_rate * EMBEDDING_RATE)
            optimiser.zero_grad(set_to_none=True)
            model.word.weight.grad = None
            step += 1
            running += float(loss.detach())
            if where > AVERAGE_FROM and step % AVERAGE_EVERY == 0:
                with torch.no_grad():
                    current = model.state_dict()
                    if average is None:
                        average = {name: value.clone() for name, value in current.items()}
                    torch._foreach_lerp_(list(average.values()), list(current.values()), 1 - AVERAGE_DECAY)
            if step % 50 == 0:
                elapsed = time.time() - started
                here = max(progress.at(step), 1e-6)
                left = (1 - here) / max(here - first / steps, 1e-6) * elapsed / 60
                log(f"step {step} epoch {epoch} {index + 1}/{len(batches)} loss {running / 50:.4f} norm {norm:.2f} rate {current_rate:.2e} {(time.time() - since) / 50:.2f} s/step, {elapsed / 60:.1f} min, {left:.1f} min left")
                running, since = 0.0, time.time()
            if step % every == 0:
                save(checkpoint, {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "rows": rows.state(), "average": average, "step": step, "epoch": epoch, "skip": index + 1})
                evaluate("current")
                since = time.time()
        epoch, skip = epoch + 1, 0
    save(folder / "last.pt", model.state_dict())
    best = evaluate("last")
    if average is not None:
        last = swapped(average)
        score = evaluate("average")
        if score < best:
            model.load_state_dict(last)
        else:
            chosen = "averaged"
    save(folder / "model.pt", model.state_dict())
    model.eval()
    report = {"steps": step, "epochs": epoch, "weights": chosen, "minutes": round((time.time() - started) / 60, 1), "history": history}
    (folder / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    checkpoint.unlink(missing_ok=True)
    return model, report
