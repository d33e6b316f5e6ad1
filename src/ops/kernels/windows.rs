//! Windows that slide over an image: convolution and pooling. Up to three spatial dimensions.

use crate::ops::{self, Arg, Args};
use crate::tensor::kernels::{Matrix, gemm_f32, gemm_f64};
use crate::tensor::{Arithmetic, Element, Real, Result, Shape, Tensor, TensorError};

/// Floating point with a matrix product of its own.
pub trait Product: Real {
    /// `c += a b`
    fn gemm(a: Matrix<Self>, b: Matrix<Self>, c: &mut [Self]);
}

impl Product for f32 {
    fn gemm(a: Matrix<f32>, b: Matrix<f32>, c: &mut [f32]) {
        gemm_f32(a, b, c);
    }
}

impl Product for f64 {
    fn gemm(a: Matrix<f64>, b: Matrix<f64>, c: &mut [f64]) {
        gemm_f64(a, b, c);
    }
}

/// How windows lie, per spatial dimension.
pub struct Geometry {
    pub kernel: Shape,
    pub stride: Shape,
    pub padding: Shape,
    pub dilation: Shape,
}

impl Geometry {
    /// Reads kernel, stride, padding and dilation at four positions: one number for all dimensions, or one for each.
    ///
    /// # Errors
    /// RuntimeError for numbers that are not positive (not negative, for padding).
    pub fn read(
        args: &Args,
        [kernel, stride, padding, dilation]: [usize; 4],
        spatial: usize,
    ) -> Result<Geometry> {
        let read = |index: usize, name: &str, default: i64, least: i64| -> Result<Shape> {
            let ints = args.ints(index)?.unwrap_or_default();
            let at = |d: usize| match ints.len() {
                0 => default,
                1 => ints[0],
                _ => ints.get(d).copied().unwrap_or(default),
            };
            let sizes: Vec<i64> = (0..spatial).map(at).collect();
            if ints.len() > 1 && ints.len() != spatial {
                return Err(TensorError::runtime(format!(
                    "expected {name} to be a single integer value or a list of {spatial} values to match the convolution \
                     dimensions, but got {name}={}",
                    crate::tensor::size_text(&ints)
                )));
            }
            if sizes.iter().any(|&size| size < least) {
                let message = match name {
                    "padding" => "negative padding is not supported".to_string(),
                    name => format!("non-positive {name} is not supported"),
                };
                return Err(TensorError::runtime(message));
            }
            Ok(sizes.into_iter().map(|size| size as usize).collect())
        };
        Ok(Geometry {
            kernel: read(kernel, "kernel_size", 1, 1)?,
            stride: read(stride, "stride", 1, 1)?,
            padding: read(padding, "padding", 0, 0)?,
            dilation: read(dilation, "dilation", 1, 1)?,
        })
    }
}

/// The windows of one image.
pub struct Windows {
    pub kernel: Shape,
    pub stride: Shape,
    pub padding: Shape,
    pub dilation: Shape,
    /// Spatial sizes of the image.
    sizes: Shape,
    /// How many windows there are in each dimension.
    pub counts: Shape,
}

/// One spatial dimension.
#[derive(Clone, Copy)]
struct Axis {
    size: usize,
    count: usize,
    kernel: usize,
    stride: usize,
    padding: usize,
    dilation: usize,
}

impl Axis {
    /// A dimension that is not there.
    const NONE: Axis = Axis {
        size: 1,
        count: 1,
        kernel: 1,
        stride: 1,
        padding: 0,
        dilation: 1,
    };

    /// The place in the image of element `k` of window `at`.
    fn place(&self, at: usize, k: usize) -> Option<usize> {
        (at * self.stride + k * self.dilation)
            .checked_sub(self.padding)
            .filter(|&place| place < self.size)
    }

    /// The windows whose element `k` lies inside of the image.
    fn inside(&self, k: usize) -> std::ops::Range<usize> {
        let shift = k * self.dilation;
        let from = self.padding.saturating_sub(shift).div_ceil(self.stride);
        let to = (self.size + self.padding)
            .saturating_sub(shift)
            .div_ceil(self.stride);
        from.min(self.count)..to.clamp(from.min(self.count), self.count)
    }
}

impl Windows {
    /// The windows of an input `(N, C, spatial...)`.
    ///
    /// # Errors
    /// RuntimeError `Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). ...`
    pub fn new(op: &str, shape: &[usize], geometry: &Geometry) -> Result<Windows> {
        if shape.len() < 3 || shape.len() > 5 {
            return Err(TensorError::runtime(format!(
                "{op}: Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for \
                 input, but got: {}",
                crate::tensor::size_text(shape)
            )));
        }
        let sizes = Shape::from_slice(&shape[2..]);
        let Geometry {
            kernel,
            stride,
            padding,
            dilation,
        } = geometry;
        let mut counts = Shape::new();
        for d in 0..sizes.len() {
            let (whole, reach) = (sizes[d] + 2 * padding[d], dilation[d] * (kernel[d] - 1) + 1);
            if whole < reach {
                let list = |f: &dyn Fn(usize) -> usize| {
                    (0..sizes.len())
                        .map(|d| f(d).to_string())
                        .collect::<Vec<_>>()
                        .join(" x ")
                };
                return Err(TensorError::runtime(format!(
                    "Calculated padded input size per channel: ({}). Kernel size: ({}). Kernel size can't be greater than \
                     actual input size",
                    list(&|d| sizes[d] + 2 * padding[d]),
                    list(&|d| dilation[d] * (kernel[d] - 1) + 1)
                )));
            }
            counts.push((whole - reach) / stride[d] + 1);
        }
        Ok(Windows {
            kernel: kernel.clone(),
            stride: stride.clone(),
            padding: padding.clone(),
            dilation: dilation.clone(),
            sizes,
            counts,
        })
    }

    /// Elements of a channel.
    pub fn size(&self) -> usize {
        self.sizes.iter().product()
    }

    /// Elements of a window.
    pub fn kernel_size(&self) -> usize {
        self.kernel.iter().product()
    }

    /// How many windows there are.
    pub fn count(&self) -> usize {
        self.counts.iter().product()
    }

    fn axes(&self) -> [Axis; 3] {
        let spatial = self.sizes.len();
        std::array::from_fn(|i| match (i + spatial).checked_sub(3) {
            None => Axis::NONE,
            Some(d) => Axis {
                size: self.sizes[d],
                count: self.counts[d],
                kernel: self.kernel[d],
                stride: self.stride[d],
                padding: self.padding[d],
                dilation: self.dilation[d],
            },
        })
    }

    /// Calls `visit(columns, image, length, step)` for each run: `length` neighbouring windows, from number `columns` on in
    /// the column matrix, whose elements lie `step` apart in the image, from `image` on.
    fn runs(&self, channels: usize, mut visit: impl FnMut(usize, usize, usize, usize)) {
        let [x, y, z] = self.axes();
        let count = x.count * y.count * z.count;
        let mut row = 0;
        for channel in 0..channels {
            for (i, j, k) in (0..x.kernel).flat_map(|i| {
                (0..y.kernel).flat_map(move |j| (0..z.kernel).map(move |k| (i, j, k)))
            }) {
                let inside = z.inside(k);
                for (a, b) in (0..x.count).flat_map(|a| (0..y.count).map(move |b| (a, b))) {
                    let (Some(p), Some(q)) = (x.place(a, i), y.place(b, j)) else {
                        continue;
                    };
                    if inside.is_empty() {
                        continue;
                    }
                    let line = ((channel * x.size + p) * y.size + q) * z.size;
                    let first = inside.start * z.stride + k * z.dilation - z.padding;
                    visit(
                        row * count + (a * y.count + b) * z.count + inside.start,
                        line + first,
                        inside.len(),
                        z.stride,
                    );
                }
                row += 1;
            }
        }
    }

    /// The windows of an image as columns: `(channels * kernel) x windows`. Places outside of the image are 0.
    pub fn gather<T: Element>(&self, image: &[T], channels: usize, columns: &mut [T]) {
        if self.padding.iter().any(|&padding| padding > 0) {
            columns.fill(T::default());
        }
        self.runs(channels, |to, from, length, step| {
            let target = &mut columns[to..to + length];
            if step == 1 {
                target.copy_from_slice(&image[from..from + length]);
            } else {
                target
                    .iter_mut()
                    .zip(image[from..].iter().step_by(step))
                    .for_each(|(to, &x)| *to = x);
            }
        });
    }

    /// Adds columns back to their windows in an image.
    pub fn scatter<T: Arithmetic>(&self, columns: &[T], channels: usize, image: &mut [T]) {
        self.runs(channels, |from, to, length, step| {
            let source = &columns[from..from + length];
            image[to..]
                .iter_mut()
                .step_by(step)
                .zip(source)
                .for_each(|(sum, &x)| *sum = sum.plus(x));
        });
    }
}

/// Windows that are reduced to one number each: they may hang over the edge.
pub struct PoolWindows {
    axes: Vec<Axis>,
    /// How many windows there are in each dimension.
    pub counts: Shape,
}

/// The places of the elements of each window, one window after the other.
#[derive(Default)]
pub struct Layout {
    places: Vec<u32>,
    ends: Vec<usize>,
}

impl Layout {
    /// The places of each window. None for one that lies in the padding alone.
    pub fn windows(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let window = &self.places[start..end];
            start = end;
            window
        })
    }
}

impl PoolWindows {
    /// Reads kernel, stride (as the kernel if not given), padding, dilation and ceil_mode. Two spatial dimensions, unless the
    /// kernel has more numbers or fewer.
    ///
    /// # Errors
    /// RuntimeError when the windows do not fit.
    pub fn new(
        args: &Args,
        shape: &Shape,
        [kernel, stride, padding, dilation, ceil]: [usize; 5],
    ) -> Result<PoolWindows> {
        let spatial = match args.at(kernel) {
            Arg::Ints(ints) if ints.len() == 3 => 3,
            _ => 2,
        };
        if shape.len() != spatial + 1 && shape.len() != spatial + 2 {
            return Err(TensorError::runtime(format!(
                "non-empty {}D or {}D (batch mode) tensor expected for input",
                spatial + 1,
                spatial + 2
            )));
        }
        let stride = if args.ints(stride)?.is_some_and(|s| !s.is_empty()) {
            stride
        } else {
            kernel
        };
        let geometry = Geometry::read(args, [kernel, stride, padding, dilation], spatial)?;
        let ceil = args.flag(ceil, false)?;
        let first = shape.len() - spatial;
        let mut axes = Vec::new();
        for d in 0..spatial {
            let (size, padding, stride) =
                (shape[first + d], geometry.padding[d], geometry.stride[d]);
            let reach = geometry.dilation[d] * (geometry.kernel[d] - 1) + 1;
            if padding * 2 > reach {
                return Err(TensorError::runtime(format!(
                    "pad should be at most half of effective kernel size, but got pad={padding}, kernel_size={} and \
                     dilation={}",
                    geometry.kernel[d], geometry.dilation[d]
                )));
            }
            let rest = (size + 2 * padding) as i64 - reach as i64;
            let up = if ceil { stride as i64 - 1 } else { 0 };
            let mut count = (rest + up).div_euclid(stride as i64) + 1;
            if ceil && (count - 1) * stride as i64 >= (size + padding) as i64 {
                count -= 1;
            }
            let count = count.max(0) as usize;
            axes.push(Axis {
                size,
                count,
                kernel: geometry.kernel[d],
                stride,
                padding,
                dilation: geometry.dilation[d],
            });
        }
        if axes.iter().any(|axis| axis.count == 0) {
            let channels = shape[first - 1];
            let list = |f: &dyn Fn(&Axis) -> usize| {
                axes.iter()
                    .map(|a| format!("x{}", f(a)))
                    .collect::<String>()
            };
            return Err(TensorError::runtime(format!(
                "Given input size: ({channels}{}). Calculated output size: ({channels}{}). Output size is too small",
                list(&|axis| axis.size),
                list(&|axis| axis.count)
            )));
        }
        let counts = axes.iter().map(|axis| axis.count).collect();
        Ok(PoolWindows { axes, counts })
    }

    pub fn spatial(&self) -> usize {
        self.axes.len()
    }

    /// Elements of a channel.
    pub fn size(&self) -> usize {
        self.axes.iter().map(|axis| axis.size).product()
    }

    /// Where the elements of each window lie in a channel, worked out once for all channels.
    pub fn layout(&self) -> Layout {
        let mut layout = Layout::default();
        self.each(|window| {
            self.inside(window, |at| layout.places.push(at as u32));
            layout.ends.push(layout.places.len());
        });
        layout
    }

    /// Calls `visit` with the index of each window, in row-major order.
    pub fn each(&self, mut visit: impl FnMut(&[usize])) {
        let mut window = vec![0; self.axes.len()];
        for number in 0..self.counts.iter().product::<usize>() {
            let mut rest = number;
            for (at, axis) in window.iter_mut().zip(&self.axes).rev() {
                *at = rest % axis.count;
                rest /= axis.count;
            }
            visit(&window);
        }
    }

    /// Calls `visit` with the place in the channel of each element of a window that lies inside.
    pub fn inside(&self, window: &[usize], mut visit: impl FnMut(usize)) {
        let total: usize = self.axes.iter().map(|axis| axis.kernel).product();
        'elements: for number in 0..total {
            let (mut rest, mut place, mut step) = (number, 0, 1);
            for (axis, &at) in self.axes.iter().zip(window).rev() {
                let Some(own) = axis.place(at, rest % axis.kernel) else {
                    continue 'elements;
                };
                rest /= axis.kernel;
                place += own * step;
                step *= axis.size;
            }
            visit(place);
        }
    }

    /// Elements of a window, those in the padding counted or not.
    pub fn area(&self, window: &[usize], with_padding: bool) -> usize {
        let length = |(axis, &at): (&Axis, &usize)| {
            let start = at * axis.stride;
            let end = (start + axis.kernel).min(axis.size + 2 * axis.padding);
            if with_padding {
                end - start
            } else {
                end.min(axis.size + axis.padding) - start.max(axis.padding)
            }
        };
        self.axes.iter().zip(window).map(length).product()
    }
}

/// The padding of a convolution `(input, weight, bias, stride, padding, dilation, ...)`: numbers, 'valid' or 'same'. Where
/// 'same' needs one more at the end, the input is padded by it.
///
/// # Errors
/// RuntimeError `padding='same' is not supported for strided convolutions`.
pub fn with_padding(args: &Args, input: &Tensor) -> Result<(Tensor, Arg)> {
    let Arg::Str(word) = args.at(4) else {
        return Ok((input.clone(), args.at(4).clone()));
    };
    if &**word == "valid" {
        return Ok((input.clone(), Arg::Int(0)));
    }
    if &**word != "same" {
        return Err(TensorError::runtime(format!(
            "Invalid padding string {word:?}, should be one of 'valid', 'same'"
        )));
    }
    let weight = args.shape(1)?;
    let kernel = &weight[2..];
    if args
        .ints(3)?
        .is_some_and(|strides| strides.iter().any(|&stride| stride != 1))
    {
        return Err(TensorError::runtime(
            "padding='same' is not supported for strided convolutions",
        ));
    }
    let dilation = args.ints(5)?.unwrap_or_default();
    let total = |d: usize| {
        let dilation = dilation.get(d).or(dilation.first()).copied().unwrap_or(1);
        dilation * (kernel[d] as i64 - 1)
    };
    let halves = (0..kernel.len()).map(|d| total(d) / 2).collect();
    let more: Vec<i64> = (0..kernel.len())
        .rev()
        .flat_map(|d| [0, total(d) % 2])
        .collect();
    let input = if more.contains(&1) {
        ops::constant_pad((input, &more[..]))?
    } else {
        input.clone()
    };
    Ok((input, Arg::Ints(halves)))
}
