package io.chask.attachment;

import java.awt.image.BufferedImage;

/// A small picture in memory, one `0xAARRGGBB` a pixel, row by row. Made without the JDK's graphics environment, which
/// a
/// server may lack.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Pixels(int width, int height, int[] argb) {

    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    BufferedImage image(boolean opaque) {
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        var image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }

    /// So that no side is longer than this; each pixel the mean of those it stands for.
    Pixels within(int longest) {
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        var shrunk = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = y * height / newHeight;
            int bottom = Math.max(top + 1, (y + 1) * height / newHeight);
            for (int x = 0; x < newWidth; x++) {
                int left = x * width / newWidth;
                int right = Math.max(left + 1, (x + 1) * width / newWidth);
                shrunk[y * newWidth + x] = mean(left, top, right, bottom);
            }
        }
        return new Pixels(newWidth, newHeight, shrunk);
    }

    // Colours count as much as they are opaque.
    private int mean(int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = argb[y * width + x];
                int weight = pixel >>> 24;
                alpha += weight;
                red += (long) weight * (pixel >> 16 & 0xff);
                green += (long) weight * (pixel >> 8 & 0xff);
                blue += (long) weight * (pixel & 0xff);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long opacity = alpha / ((long) (right - left) * (bottom - top));
        return (int) (opacity << 24 | (red / alpha) << 16 | (green / alpha) << 8 | (blue / alpha));
    }

    /// As it is meant to be seen.
    Pixels turned(Orientation orientation) {
        int newWidth = orientation.sideways() ? height : width;
        int newHeight = orientation.sideways() ? width : height;
        var turned = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                turned[y * newWidth + x] = argb[source(orientation.value(), x, y)];
            }
        }
        return new Pixels(newWidth, newHeight, turned);
    }

    /// Where the pixel that is shown at this place stands in the file.
    private int source(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
