"""What is done to pictures before they are learned from."""

import torch
import numpy
from PIL import Image

__all__ = ["Compose", "ToTensor", "PILToTensor", "ToPILImage", "Normalize", "Lambda", "RandomHorizontalFlip",
           "RandomVerticalFlip", "RandomCrop", "CenterCrop", "Pad", "RandomApply", "ConvertImageDtype", "Grayscale"]


class Compose:
    """One transform after the other."""

    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        return "Compose(" + "".join(f"\n    {transform}" for transform in self.transforms) + "\n)"


class _Transform(torch.nn.Module):
    """A transform that prints its arguments."""

    def extra_repr(self):
        return ""

    def __repr__(self):
        return f"{type(self).__name__}({self.extra_repr()})"


def _pixels(pic):
    """A picture as a tensor (channels, height, width) of whole numbers, or of what it holds."""
    array = numpy.asarray(pic) if isinstance(pic, Image.Image) else pic
    tensor = torch.from_numpy(array) if isinstance(array, numpy.ndarray) else array
    return tensor.unsqueeze(0) if tensor.dim() == 2 else tensor.permute(2, 0, 1).contiguous()


class ToTensor:
    """A picture with pixels from 0 to 255 as a tensor from 0 to 1, channels first."""

    def __call__(self, pic):
        if not isinstance(pic, (Image.Image, numpy.ndarray)):
            raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
        pixels = _pixels(pic)
        return pixels.to(torch.get_default_dtype()).div(255) if pixels.dtype == torch.uint8 else pixels

    def __repr__(self):
        return "ToTensor()"


class PILToTensor:
    """A picture as a tensor of its pixels, channels first."""

    def __call__(self, pic):
        if not isinstance(pic, Image.Image):
            raise TypeError(f"pic should be PIL Image. Got {type(pic)}")
        return _pixels(pic).clone()

    def __repr__(self):
        return "PILToTensor()"


class ToPILImage:
    """A tensor (channels, height, width) or an array (height, width, channels) as a picture."""

    def __init__(self, mode=None):
        self.mode = mode

    def __call__(self, pic):
        if isinstance(pic, torch.Tensor):
            if pic.is_floating_point():
                pic = pic.mul(255).to(torch.int64).remainder(256).to(torch.uint8)
            pic = (pic if pic.dim() == 2 else pic.permute(1, 2, 0).squeeze(-1)).contiguous().numpy()
        return Image.fromarray(pic)

    def __repr__(self):
        return "ToPILImage()"


class ConvertImageDtype(_Transform):
    def __init__(self, dtype):
        super().__init__()
        self.dtype = dtype

    def forward(self, image):
        if self.dtype.is_floating_point and not image.is_floating_point():
            return image.to(self.dtype) / 255
        return image.to(self.dtype)


class Normalize(_Transform):
    r"""Shifts and scales every channel.

    Formula: y_c = \frac{x_c - \mu_c}{\sigma_c}
    Args:
        mean: what is subtracted from each channel
        std: what it is divided by
        inplace: whether the input itself is changed
    """

    def __init__(self, mean, std, inplace=False):
        super().__init__()
        self.mean = mean
        self.std = std
        self.inplace = inplace

    def forward(self, tensor):
        if not isinstance(tensor, torch.Tensor):
            raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")
        if not tensor.is_floating_point():
            raise TypeError(f"Input tensor should be a float tensor. Got {tensor.dtype}.")
        if tensor.dim() < 3:
            raise ValueError(
                f"Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = {tensor.size()}"
            )
        mean = torch.as_tensor(self.mean, dtype=tensor.dtype)
        std = torch.as_tensor(self.std, dtype=tensor.dtype)
        if (std == 0).any():
            raise ValueError(f"std evaluated to zero after conversion to {tensor.dtype}, leading to division by zero.")
        tensor = tensor if self.inplace else tensor.clone()
        return tensor.sub_(mean.view(-1, 1, 1) if mean.dim() else mean).div_(std.view(-1, 1, 1) if std.dim() else std)

    def extra_repr(self):
        return f"mean={self.mean}, std={self.std}"


class Lambda:
    """A function as a transform."""

    def __init__(self, lambd):
        if not callable(lambd):
            raise TypeError(f"Argument lambd should be callable, got {type(lambd).__name__!r}")
        self.lambd = lambd

    def __call__(self, img):
        return self.lambd(img)

    def __repr__(self):
        return "Lambda()"


def _on_tensor(img, change):
    """Does something to the last two dimensions of a picture or a tensor."""
    if isinstance(img, Image.Image):
        return ToPILImage()(change(_pixels(img)))
    return change(img)


class RandomHorizontalFlip(_Transform):
    """Mirrors left and right with a probability."""

    dim = -1

    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, img):
        return _on_tensor(img, lambda x: x.flip(self.dim)) if torch.rand(1) < self.p else img

    def extra_repr(self):
        return f"p={self.p}"


class RandomVerticalFlip(RandomHorizontalFlip):
    """Mirrors top and bottom with a probability."""

    dim = -2


class RandomApply(_Transform):
    """Applies transforms with a probability, all or none."""

    def __init__(self, transforms, p=0.5):
        super().__init__()
        self.transforms = transforms
        self.p = p

    def forward(self, img):
        if self.p < torch.rand(1):
            return img
        for transform in self.transforms:
            img = transform(img)
        return img


class Pad(_Transform):
    """Adds a border."""

    def __init__(self, padding, fill=0, padding_mode="constant"):
        super().__init__()
        self.padding = padding
        self.fill = fill
        self.padding_mode = {"edge": "replicate"}.get(padding_mode, padding_mode)

    def forward(self, img):
        padding = self.padding if isinstance(self.padding, (tuple, list)) else [self.padding]
        left, top, right, bottom = padding * 4 if len(padding) == 1 else padding * 2 if len(padding) == 2 else padding
        sides = [left, right, top, bottom]
        return _on_tensor(img, lambda x: torch.nn.functional.pad(x, sides, self.padding_mode, self.fill))

    def extra_repr(self):
        return f"padding={self.padding}, fill={self.fill}, padding_mode={self.padding_mode}"


def _pair(size):
    return (size, size) if isinstance(size, int) else (size[0], size[-1])


class CenterCrop(_Transform):
    """The middle of a picture."""

    def __init__(self, size):
        super().__init__()
        self.size = _pair(size)

    def forward(self, img):
        height, width = self.size

        def crop(x):
            top, left = int(round((x.shape[-2] - height) / 2.0)), int(round((x.shape[-1] - width) / 2.0))
            return x[..., top:top + height, left:left + width]

        return _on_tensor(img, crop)

    def extra_repr(self):
        return f"size={self.size}"


class RandomCrop(_Transform):
    """A part of a picture from anywhere."""

    def __init__(self, size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"):
        super().__init__()
        self.size = _pair(size)
        self.padding = padding
        self.pad = None if padding is None else Pad(padding, fill, padding_mode)

    def forward(self, img):
        if self.pad is not None:
            img = self.pad(img)
        height, width = self.size

        def crop(x):
            rows, columns = x.shape[-2], x.shape[-1]
            if rows < height or columns < width:
                raise ValueError(f"Required crop size {(height, width)} is larger than input image size {(rows, columns)}")
            if (rows, columns) == (height, width):
                return x
            top = torch.randint(0, rows - height + 1, size=(1,)).item()
            left = torch.randint(0, columns - width + 1, size=(1,)).item()
            return x[..., top:top + height, left:left + width]

        return _on_tensor(img, crop)

    def extra_repr(self):
        return f"size={self.size}, padding={self.padding}"


class Grayscale(_Transform):
    """The brightness of a picture."""

    def __init__(self, num_output_channels=1):
        super().__init__()
        self.num_output_channels = num_output_channels

    def forward(self, img):
        def gray(x):
            if x.shape[-3] == 3:
                r, g, b = x.unbind(-3)
                x = (0.2989 * r + 0.587 * g + 0.114 * b).to(x.dtype).unsqueeze(-3)
            return x.expand(*x.shape[:-3], self.num_output_channels, *x.shape[-2:])

        return _on_tensor(img, gray)

    def extra_repr(self):
        return f"num_output_channels={self.num_output_channels}"
