"""A smaller tagger cut out of a trained one: the blocks, heads and inner channels that its loss misses least.

Blocks go one by one, each time the one whose absence raises the loss least. Heads and inner channels are ranked by
what the loss would lose to first order without them, the mean of |activation × gradient| over batches. Source of the
method: Michel, Levy and Neubig 2019, "Are Sixteen Heads Really Better than One?"; Molchanov et al. 2017, "Pruning
Convolutional Neural Networks for Resource Efficient Inference".
"""
import torch

from .encoder import HEAD_SIZE, Tagger


def slim(model, shape, batches, loss_of, log=print):
    """(tagger of `shape`, numbers of the blocks it keeps). `loss_of(model, batch)` gives a batch's loss.

    Cutting twelve blocks down to eight tries 12 + 11 + 10 + 9 orders of them on the batches.
    """
    wanted = (shape.layers, shape.heads, shape.inner)
    there = (model.shape.layers, model.shape.heads, model.shape.inner)
    if any(small > large for small, large in zip(wanted, there)):
        raise ValueError(f"expected at most the blocks, heads and inner channels {there} of the weights to start from, got {wanted}; correct LAYERS, HEADS, INNER")
    model.eval()
    blocks = keep_blocks(model, shape.layers, batches, loss_of, log)
    heads, channels = importance(model, blocks, batches, loss_of)
    small = Tagger(model.word.num_embeddings, model.head.out_features, shape)
    small.begins = model.begins
    state, target = model.state_dict(), small.state_dict()
    for name in target:
        if not name.startswith("layers."):
            target[name] = state[name]
    for place, block in enumerate(blocks):
        best_heads = heads[block].topk(shape.heads).indices.sort().values
        rows = (best_heads[:, None] * HEAD_SIZE + torch.arange(HEAD_SIZE)).flatten()
        # query, key and value stand below one another
        all_rows = torch.cat([rows + part * model.shape.heads * HEAD_SIZE for part in range(3)])
        inner = channels[block].topk(shape.inner).indices.sort().values
        cut = {
            "query_key_value.weight": lambda values: values[all_rows],
            "query_key_value.bias": lambda values: values[all_rows],
            "attention_output.weight": lambda values: values[:, rows],
            "inner.weight": lambda values: values[inner],
            "inner.bias": lambda values: values[inner],
            "output.weight": lambda values: values[:, inner],
        }
        for name in (name for name in target if name.startswith(f"layers.{place}.")):
            rest = name.split(".", 2)[2]
            values = state[f"layers.{block}.{rest}"]
            target[name] = cut[rest](values) if rest in cut else values
    small.load_state_dict(target)
    return small, blocks


@torch.no_grad()
def keep_blocks(model, number, batches, loss_of, log):
    """Numbers of the blocks that stay."""
    every, kept = model.layers, list(range(len(model.layers)))

    def loss_with(blocks):
        model.layers = torch.nn.ModuleList(every[block] for block in blocks)
        return sum(float(loss_of(model, batch)) for batch in batches) / len(batches)

    while len(kept) > number:
        losses = [(loss_with([block for block in kept if block != left_out]), left_out) for left_out in kept]
        loss, left_out = min(losses)
        kept.remove(left_out)
        log(f"without block {left_out}: loss {loss:.4f}")
    model.layers = every
    return kept


def importance(model, blocks, batches, loss_of):
    """({block: score of each head}, {block: score of each inner channel}) of the blocks that stay."""
    every, watched, hooks = model.layers, {}, []
    model.layers = torch.nn.ModuleList(every[block] for block in blocks)
    heads = {block: torch.zeros(model.shape.heads) for block in blocks}
    channels = {block: torch.zeros(model.shape.inner) for block in blocks}

    def watch(key):
        def hook(_, inputs):
            inputs[0].retain_grad()
            watched[key] = inputs[0]
        return hook

    for block in blocks:
        hooks.append(every[block].attention_output.register_forward_pre_hook(watch((block, "heads"))))
        hooks.append(every[block].output.register_forward_pre_hook(watch((block, "channels"))))
    for batch in batches:
        loss_of(model, batch).backward()
        for (block, kind), values in watched.items():
            lost = (values.detach().float() * values.grad.float()).flatten(0, -2)
            if kind == "heads":
                heads[block] += lost.view(len(lost), -1, HEAD_SIZE).sum(-1).abs().sum(0)
            else:
                channels[block] += lost.abs().sum(0)
        watched.clear()
        model.zero_grad(set_to_none=True)
    for hook in hooks:
        hook.remove()
    model.layers = every
    return heads, channels
