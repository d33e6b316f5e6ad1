"""Attention, written out."""

import math

import torch
from _kindling import name_grad_fn
from _functional import linear
from ._dropout import dropout

__all__ = ["scaled_dot_product_attention", "multi_head_attention_forward"]


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None,
                                 enable_gqa=False):
    """softmax(query @ key.T / sqrt(d)) @ value. (*, L, E), (*, S, E), (*, S, V) -> (*, L, V)"""
    if enable_gqa:
        times = query.size(-3) // key.size(-3)
        key, value = key.repeat_interleave(times, -3), value.repeat_interleave(times, -3)
    scale = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    scores = query @ key.transpose(-2, -1) * scale
    if is_causal:
        if attn_mask is not None:
            raise RuntimeError("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
        attn_mask = torch.ones(query.size(-2), key.size(-2), dtype=torch.bool).tril()
    if attn_mask is not None:
        if attn_mask.dtype == torch.bool:
            scores = scores.masked_fill(~attn_mask, float("-inf"))
        else:
            scores = scores + attn_mask
    weights = dropout(torch.softmax(scores, -1), dropout_p, dropout_p > 0.0)
    result = weights @ value
    kernels = {3: "SqueezeBackward1", 4: "ScaledDotProductFlashAttentionForCpuBackward0"}
    return name_grad_fn(result, kernels[query.dim()]) if query.dim() in kernels else result


def _additive(mask, dtype):
    """A mask of True where not to look, as numbers to add: minus infinity there."""
    if mask is None or mask.dtype != torch.bool:
        return mask
    return torch.zeros(mask.shape, dtype=dtype).masked_fill(mask, float("-inf"))


def multi_head_attention_forward(query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k,
                                 bias_v, add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True,
                                 key_padding_mask=None, need_weights=True, attn_mask=None, use_separate_proj_weight=False,
                                 q_proj_weight=None, k_proj_weight=None, v_proj_weight=None, static_k=None, static_v=None,
                                 average_attn_weights=True, is_causal=False):
    """Attention in several heads. (L, N, E), (S, N, E), (S, N, E) -> (L, N, E), (N, L, S)

    Example:
        attention = torch.nn.MultiheadAttention(4, 2)
        x = torch.randn(3, 1, 4)
        y, weights = F.multi_head_attention_forward(
            x, x, x, 4, 2, attention.in_proj_weight, attention.in_proj_bias, None, None, False, 0.0,
            attention.out_proj.weight, attention.out_proj.bias)
        torch.allclose(y, attention(x, x, x)[0])
    """
    batched = query.dim() == 3
    if not batched:
        query, key, value = (x.unsqueeze(1) for x in (query, key, value))
        key_padding_mask = None if key_padding_mask is None else key_padding_mask.unsqueeze(0)
    length, batch, width = query.shape
    if width != embed_dim_to_check:
        raise AssertionError(f"was expecting embedding dimension of {embed_dim_to_check}, but got {width}")
    head = width // num_heads

    if use_separate_proj_weight:
        weights = (q_proj_weight, k_proj_weight, v_proj_weight)
    else:
        weights = in_proj_weight.chunk(3)
    biases = (None, None, None) if in_proj_bias is None else in_proj_bias.chunk(3)
    q, k, v = (linear(x, weight, bias) for x, weight, bias in zip((query, key, value), weights, biases))

    attn_mask = _additive(attn_mask, q.dtype)
    key_padding_mask = _additive(key_padding_mask, q.dtype)
    if bias_k is not None:
        k = torch.cat([k, bias_k.expand(1, batch, width)])
        v = torch.cat([v, bias_v.expand(1, batch, width)])
        attn_mask, key_padding_mask = _one_more(attn_mask), _one_more(key_padding_mask)

    # (batch, heads, positions, head)
    q, k, v = (x.reshape(len(x), batch, num_heads, head).permute(1, 2, 0, 3) for x in (q, k, v))
    if add_zero_attn:
        nothing = torch.zeros(batch, num_heads, 1, head, dtype=k.dtype)
        k, v = torch.cat([k, nothing], 2), torch.cat([v, nothing], 2)
        attn_mask, key_padding_mask = _one_more(attn_mask), _one_more(key_padding_mask)

    scores = (q * math.sqrt(1.0 / head)) @ k.transpose(-2, -1)
    if attn_mask is not None:
        if attn_mask.dim() == 3:
            attn_mask = attn_mask.reshape(batch, num_heads, length, -1)
        scores = scores + attn_mask
    if key_padding_mask is not None:
        scores = scores + key_padding_mask.reshape(batch, 1, 1, -1)
    attention = dropout(torch.softmax(scores, -1), dropout_p, training)
    mixed = (attention @ v).permute(2, 0, 1, 3).reshape(length * batch, width)
    output = linear(mixed, out_proj_weight, out_proj_bias).reshape(length, batch, -1)
    if not batched:
        output = output.squeeze(1)
    if not need_weights:
        return output, None
    if average_attn_weights:
        attention = attention.mean(1)
    return output, attention if batched else attention.squeeze(0)


def _one_more(mask):
    """The mask with one more key, which may be looked at."""
    if mask is None:
        return None
    return torch.cat([mask, torch.zeros(*mask.shape[:-1], 1, dtype=mask.dtype)], -1)
