"""Sequences of different lengths in one batch."""

import torch


class PackedSequence:
    """Sequences laid out step by step, each step as wide as there are sequences that long.

    Example:
        from torch.nn.utils.rnn import pack_sequence

        packed = pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5])])
        packed.batch_sizes  # two sequences go on for two steps, one for a third
    """

    def __init__(self, data, batch_sizes, sorted_indices=None, unsorted_indices=None):
        self.data = data
        self.batch_sizes = batch_sizes
        self.sorted_indices = sorted_indices
        self.unsorted_indices = unsorted_indices

    def __iter__(self):
        return iter((self.data, self.batch_sizes, self.sorted_indices, self.unsorted_indices))

    def __repr__(self):
        return (f"PackedSequence(data={self.data}, batch_sizes={self.batch_sizes}, "
                f"sorted_indices={self.sorted_indices}, unsorted_indices={self.unsorted_indices})")


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """Packs a padded batch: (time, batch, *) or (batch, time, *).

    Example:
        from torch.nn.utils.rnn import pack_padded_sequence

        padded = torch.tensor([[1, 2, 3], [4, 5, 0]])
        pack_padded_sequence(padded, lengths=[3, 2], batch_first=True).data
    """
    lengths = torch.as_tensor(lengths, dtype=torch.int64)
    sorted_indices = unsorted_indices = None
    if enforce_sorted:
        if (lengths[1:] > lengths[:-1]).any():
            raise RuntimeError(
                "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass "
                "`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if "
                "you do not need ONNX exportability."
            )
    else:
        lengths, sorted_indices = torch.sort(lengths, descending=True)
        unsorted_indices = torch.argsort(sorted_indices)
        input = input.index_select(0 if batch_first else 1, sorted_indices)
    if (lengths <= 0).any():
        raise RuntimeError("Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0")
    if batch_first:
        input = input.transpose(0, 1)
    sizes = [(lengths > t).sum().item() for t in range(lengths[0].item())]
    data = torch.cat([input[t, :size] for t, size in enumerate(sizes)])
    return PackedSequence(data, torch.tensor(sizes), sorted_indices, unsorted_indices)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """The padded batch again, and the lengths.

    Example:
        from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence

        packed = pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5])])
        pad_packed_sequence(packed, batch_first=True)
    """
    sizes = sequence.batch_sizes.tolist()
    batch, steps = sizes[0], total_length or len(sizes)
    rows, start = [], 0
    for size in sizes:
        step = sequence.data[start:start + size]
        start += size
        if size < batch:
            filler = torch.full((batch - size, *step.shape[1:]), padding_value, dtype=step.dtype)
            step = torch.cat([step, filler])
        rows.append(step)
    rows += [torch.full_like(rows[0], padding_value)] * (steps - len(sizes))
    padded = torch.stack(rows)
    lengths = torch.tensor([sum(size > n for size in sizes) for n in range(batch)])
    if sequence.unsorted_indices is not None:
        padded = padded.index_select(1, sequence.unsorted_indices)
        lengths = lengths[sequence.unsorted_indices]
    return (padded.transpose(0, 1) if batch_first else padded), lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    """Sequences of different lengths in one tensor, filled up.

    Example:
        from torch.nn.utils.rnn import pad_sequence

        pad_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5])], batch_first=True)
    """
    longest = max(len(sequence) for sequence in sequences)
    rows = []
    for sequence in sequences:
        size = (longest - len(sequence), *sequence.shape[1:])
        filler = torch.full(size, padding_value, dtype=sequence.dtype)
        rows.append(torch.cat([sequence, filler] if padding_side == "right" else [filler, sequence]))
    return torch.stack(rows, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    rows = padded_sequences if batch_first else padded_sequences.transpose(0, 1)
    return [row[:length] for row, length in zip(rows, lengths.tolist())]


def pack_sequence(sequences, enforce_sorted=True):
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
