"""L-BFGS."""

import torch
from .optimizer import Optimizer


class LBFGS(Optimizer):
    r"""Newton's method with the curvature guessed from the last few steps. `step` needs a closure that computes the loss.

    Formula: w \leftarrow w - \eta H g, \quad H \approx (\nabla^2 L)^{-1}
    Args:
        params: the parameters to move
        lr: factor on every step
        max_iter: iterations in one step
        max_eval: evaluations of the closure in one step
        tolerance_grad: stop when the gradient is smaller
        tolerance_change: stop when the change is smaller
        history_size: how many steps the curvature is guessed from
        line_search_fn: None or 'strong_wolfe'
    Paper: Liu and Nocedal 1989, On the limited memory BFGS method for large scale optimization
    Example:
        w = torch.tensor([1.0, -2.0], requires_grad=True)
        optimizer = torch.optim.LBFGS([w], lr=0.5)

        def closure():  # asked for several times in one step
            optimizer.zero_grad()
            loss = (w**2).sum()
            loss.backward()
            return loss

        for step in range(3):
            print(step, round(optimizer.step(closure).item(), 6))
        w.detach().abs() < 1e-3
    """

    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9,
                 history_size=100, line_search_fn=None, *, maximize=False):
        if isinstance(lr, (int, float)) and not 0.0 <= lr:
            raise ValueError(f"Invalid learning rate: {lr}")
        super().__init__(params, dict(
            lr=lr, max_iter=max_iter, max_eval=max_iter * 5 // 4 if max_eval is None else max_eval,
            tolerance_grad=tolerance_grad, tolerance_change=tolerance_change, history_size=history_size,
            line_search_fn=line_search_fn, maximize=maximize,
        ))
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]["params"]

    def _gradient(self):
        """All gradients as one vector."""
        parts = [param.new_zeros(param.numel()) if param.grad is None else param.grad.reshape(-1) for param in self._params]
        flat = torch.cat(parts)
        return -flat if self.param_groups[0]["maximize"] else flat

    def _move(self, t, direction):
        """Goes a part t of the direction."""
        start = 0
        for param in self._params:
            count = param.numel()
            param.add_(direction[start:start + count].view_as(param), alpha=t)
            start += count

    def _evaluate(self, closure, start, t, direction):
        """Loss and gradient at t along the direction; the parameters are left where they were."""
        self._move(t, direction)
        loss = float(closure())
        if self.param_groups[0]["maximize"]:
            loss = -loss
        gradient = self._gradient()
        for param, value in zip(self._params, start):
            param.copy_(value)
        return loss, gradient

    @torch.no_grad()
    def step(self, closure):
        """Up to max_iter moves. The closure clears the gradients, computes the loss, calls backward and returns the loss."""
        closure = torch.enable_grad()(closure)
        group = self.param_groups[0]
        lr, change_limit = group["lr"], group["tolerance_change"]
        state = self.state[self._params[0]]
        state.setdefault("func_evals", 0)
        state.setdefault("n_iter", 0)

        first_loss = closure()
        loss = -float(first_loss) if group["maximize"] else float(first_loss)
        evaluations = 1
        state["func_evals"] += 1
        gradient = self._gradient()
        if gradient.abs().max() <= group["tolerance_grad"]:
            return first_loss

        direction, t = state.get("d"), state.get("t")
        changes, steps, inverses = state.get("old_dirs"), state.get("old_stps"), state.get("ro")
        scale, before = state.get("H_diag"), state.get("prev_flat_grad")
        loss_before = state.get("prev_loss")

        iterations = 0
        while iterations < group["max_iter"]:
            iterations += 1
            state["n_iter"] += 1
            if state["n_iter"] == 1:
                direction = gradient.neg()
                changes, steps, inverses, scale = [], [], [], 1
            else:
                change, taken = gradient.sub(before), direction.mul(t)
                curvature = change.dot(taken)
                if curvature > 1e-10:
                    if len(changes) == group["history_size"]:
                        del changes[0], steps[0], inverses[0]
                    changes.append(change)
                    steps.append(taken)
                    inverses.append(1.0 / curvature)
                    scale = curvature / change.dot(change)
                # The inverse curvature times the gradient, in two loops over what is remembered.
                parts = state["al"] = [None] * len(changes)
                direction = gradient.neg()
                for i in range(len(changes) - 1, -1, -1):
                    parts[i] = steps[i].dot(direction) * inverses[i]
                    direction.add_(changes[i], alpha=-parts[i].item())
                direction = torch.mul(direction, scale)
                for i in range(len(changes)):
                    back = changes[i].dot(direction) * inverses[i]
                    direction.add_(steps[i], alpha=(parts[i] - back).item())
            before = gradient.clone()
            loss_before = loss

            t = min(1.0, 1.0 / gradient.abs().sum().item()) * lr if state["n_iter"] == 1 else lr
            slope = gradient.dot(direction)
            if slope > -change_limit:
                break
            spent = 0
            if group["line_search_fn"] is not None:
                if group["line_search_fn"] != "strong_wolfe":
                    raise RuntimeError("only 'strong_wolfe' is supported")
                start = [param.clone() for param in self._params]
                look = lambda t: self._evaluate(closure, start, t, direction)
                loss, gradient, t, spent = _strong_wolfe(look, t, direction, loss, gradient, slope)
                self._move(t, direction)
                optimal = gradient.abs().max() <= group["tolerance_grad"]
            else:
                self._move(t, direction)
                optimal = False
                if iterations != group["max_iter"]:
                    loss = float(closure())
                    loss = -loss if group["maximize"] else loss
                    gradient = self._gradient()
                    optimal = gradient.abs().max() <= group["tolerance_grad"]
                    spent = 1
            evaluations += spent
            state["func_evals"] += spent
            if iterations == group["max_iter"] or evaluations >= group["max_eval"] or optimal:
                break
            if direction.mul(t).abs().max() <= change_limit or abs(loss - loss_before) < change_limit:
                break

        state.update(d=direction, t=t, old_dirs=changes, old_stps=steps, ro=inverses, H_diag=scale,
                     prev_flat_grad=before, prev_loss=loss_before)
        return first_loss


def _cubic(x1, f1, g1, x2, f2, g2, bounds=None):
    """Where the cubic through two points with these slopes is smallest."""
    low, high = bounds if bounds is not None else (min(x1, x2), max(x1, x2))
    d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
    square = d1**2 - g1 * g2
    if square < 0:
        return (low + high) / 2.0
    d2 = square**0.5
    if x1 <= x2:
        best = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
    else:
        best = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
    return min(max(best, low), high)


def _strong_wolfe(look, t, direction, f, g, slope, c1=1e-4, c2=0.9, tolerance=1e-9, max_looks=25):
    """A step at which the loss has fallen enough and the slope is gentle enough."""
    span = direction.abs().max()
    g = g.clone()
    f_new, g_new = look(t)
    looks = 1
    slope_new = g_new.dot(direction)
    t_prev, f_prev, g_prev, slope_prev = 0, f, g, slope
    done = False
    count = 0
    while count < max_looks:
        if f_new > f + c1 * t * slope or (count > 1 and f_new >= f_prev):
            bracket = [(t_prev, f_prev, g_prev, slope_prev), (t, f_new, g_new.clone(), slope_new)]
            break
        if abs(slope_new) <= -c2 * slope:
            bracket = [(t, f_new, g_new, slope_new)]
            done = True
            break
        if slope_new >= 0:
            bracket = [(t_prev, f_prev, g_prev, slope_prev), (t, f_new, g_new.clone(), slope_new)]
            break
        bounds = (t + 0.01 * (t - t_prev), t * 10)
        t_next = _cubic(t_prev, f_prev, slope_prev, t, f_new, slope_new, bounds)
        t_prev, f_prev, g_prev, slope_prev = t, f_new, g_new.clone(), slope_new
        t = t_next
        f_new, g_new = look(t)
        looks += 1
        slope_new = g_new.dot(direction)
        count += 1
    if count == max_looks:
        bracket = [(0, f, g, slope), (t, f_new, g_new, slope_new)]

    # Between the two ends there is a good step: close in on it.
    stuck = False
    low, high = (0, 1) if bracket[0][1] <= bracket[-1][1] else (1, 0)
    while not done and count < max_looks:
        if abs(bracket[1][0] - bracket[0][0]) * span < tolerance:
            break
        t = _cubic(bracket[0][0], bracket[0][1], bracket[0][3], bracket[1][0], bracket[1][1], bracket[1][3])
        ends = (bracket[0][0], bracket[1][0])
        margin = 0.1 * (max(ends) - min(ends))
        if min(max(ends) - t, t - min(ends)) < margin:
            if stuck or t >= max(ends) or t <= min(ends):
                t = max(ends) - margin if abs(t - max(ends)) < abs(t - min(ends)) else min(ends) + margin
                stuck = False
            else:
                stuck = True
        else:
            stuck = False
        f_new, g_new = look(t)
        looks += 1
        slope_new = g_new.dot(direction)
        count += 1
        here = (t, f_new, g_new.clone(), slope_new)
        if f_new > f + c1 * t * slope or f_new >= bracket[low][1]:
            bracket[high] = here
            low, high = (0, 1) if bracket[0][1] <= bracket[1][1] else (1, 0)
        else:
            if abs(slope_new) <= -c2 * slope:
                done = True
            elif slope_new * (bracket[high][0] - bracket[low][0]) >= 0:
                bracket[high] = bracket[low]
            bracket[low] = here
    t, f_new, g_new, _ = bracket[low if len(bracket) > 1 else 0]
    return f_new, g_new, t, looks
