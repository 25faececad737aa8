package nl.schakel.catalogue;

import java.util.List;

/**
 * A number in bands that start at multiples of a width: 2011 in bands of 4 is 2008, which stands for 2008-2011.
 *
 * @param widths the widths of levels 1 and up, each a multiple of the one before
 */
public record Bands(List<Integer> widths) implements Hierarchy {
    /** @throws IllegalArgumentException where a width is no proper multiple of the one before */
    public Bands {
        widths = List.copyOf(widths);
        int below = 1;
        for (int width : widths) {
            if (width <= below || width % below != 0) {
                throw new IllegalArgumentException("each width is a proper multiple of the one before");
            }
            below = width;
        }
    }

    @Override
    public int levels() {
        return widths.size() + 1;
    }

    @Override
    public int at(int level, int value) {
        return MissingCode.isMissing(value) ? value : Math.floorDiv(value, width(level)) * width(level);
    }

    @Override
    public Label label(int level, int value) {
        int last = value + width(level) - 1;
        String text = last == value ? Integer.toString(value) : value + "-" + last;
        return new Label(text, text);
    }

    @Override
    public double penalty(int level, int value, int span) {
        int width = width(level);
        return MissingCode.isMissing(value) || width == 1 ? 0 : Math.min(1, (width - 1.0) / Math.max(1, span - 1));
    }

    private int width(int level) {
        if (level < 0 || level > widths.size()) {
            throw new IllegalArgumentException("no such level");
        }
        return level == 0 ? 1 : widths.get(level - 1);
    }
}
