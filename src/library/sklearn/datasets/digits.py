"""Handwritten digits: see data/README.md for where they come from."""

import numpy as np
import _datasets
from sklearn.utils import Bunch


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    """1797 pictures of 8 x 8 pixels from 0 to 16, and the digit that each one shows.

    data: (1797, 64) float64, target: (1797,) int64, images: (1797, 8, 8) float64
    """
    if as_frame:
        raise ImportError("load_digits with as_frame=True requires pandas.")
    data, target = _datasets.digits()
    data = np.array(data)
    target = np.array(target)
    images = data.reshape(-1, 8, 8)
    if n_class < 10:
        kept = target < n_class
        data, target, images = data[kept], target[kept], images[kept]
    if return_X_y:
        return data, target
    return Bunch(
        data=data,
        target=target,
        frame=None,
        feature_names=[f"pixel_{row}_{column}" for row in range(8) for column in range(8)],
        target_names=np.arange(10),
        images=images,
        DESCR="Optical recognition of handwritten digits: E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning "
              "Repository, https://doi.org/10.24432/C50P49 (CC BY 4.0)",
    )
