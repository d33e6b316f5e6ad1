"""Data sets. Nothing is downloaded here: what there is comes with the page."""

import os

import _datasets
import torch
from PIL import Image

__all__ = ["MNIST", "FakeData"]

_FILE = "/usr/share/kindling/mnist-subset.bin"


class VisionDataset(torch.utils.data.Dataset):
    """Pictures with what is known of them.

    Args:
        root: where PyTorch would keep the files
        transform: what is done to a picture
        target_transform: what is done to its label
    """

    def __init__(self, root=None, transforms=None, transform=None, target_transform=None):
        self.root = root
        self.transform = transform
        self.target_transform = target_transform

    def extra_repr(self):
        return ""

    def __repr__(self):
        lines = [f"Number of datapoints: {len(self)}"]
        if self.root is not None:
            lines.append(f"Root location: {self.root}")
        lines += self.extra_repr().splitlines()
        if self.transform is not None:
            lines += ["StandardTransform", "Transform: " + repr(self.transform).replace("\n", "\n" + " " * 11)]
        return "\n    ".join([f"Dataset {type(self).__name__}", *lines])


class MNIST(VisionDataset):
    """Handwritten digits, 28 x 28 pixels: 2,000 of the 60,000 for training and 500 others for testing.

    A subset of the real ones, which come with the page. The sizes say so: `len(MNIST(...))` is not PyTorch's.

    Args:
        root: accepted
        train: the 2,000, or the 500
        transform: what is done to a picture
        target_transform: what is done to its label
        download: accepted
    """

    classes = ["0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven",
               "8 - eight", "9 - nine"]

    def __init__(self, root=None, train=True, transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.train = train
        if not os.path.exists(_FILE):
            raise RuntimeError("Dataset not found. The subset of MNIST is fetched from the page's server, which didn't answer.")
        with open(_FILE, "rb") as file:
            pixels, labels = _datasets.pictures(file.read())
        chosen = slice(0, 2000) if train else slice(2000, None)
        self.data, self.targets = pixels[chosen], labels[chosen]

    @property
    def class_to_idx(self):
        return {name: number for number, name in enumerate(self.classes)}

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        picture, target = Image.fromarray(self.data[index].numpy()), int(self.targets[index])
        if self.transform is not None:
            picture = self.transform(picture)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return picture, target

    def extra_repr(self):
        return f"Split: {'Train' if self.train else 'Test'}"


class FakeData(VisionDataset):
    """Pictures of noise, for trying a program out.

    Args:
        size: how many pictures
        image_size: channels, height and width
        num_classes: how many labels
        transform: what is done to a picture
        target_transform: what is done to its label
        random_offset: moves the seed
    """

    def __init__(self, size=1000, image_size=(3, 224, 224), num_classes=10, transform=None, target_transform=None,
                 random_offset=0):
        super().__init__(transform=transform, target_transform=target_transform)
        self.size = size
        self.image_size = image_size
        self.num_classes = num_classes
        self.random_offset = random_offset

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if index >= len(self):
            raise IndexError(f"{type(self).__name__} index out of range")
        state = torch.get_rng_state()
        torch.manual_seed(index + self.random_offset)
        picture = torch.randn(*self.image_size)
        target = torch.randint(0, self.num_classes, size=(1,), dtype=torch.long)[0]
        torch.set_rng_state(state)
        from .transforms import ToPILImage

        picture = ToPILImage()(picture)
        if self.transform is not None:
            picture = self.transform(picture)
        if self.target_transform is not None:
            target = self.target_transform(target)
        return picture, target.item() if isinstance(target, torch.Tensor) else target
