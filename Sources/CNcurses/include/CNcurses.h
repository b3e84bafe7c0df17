#pragma once
// ncursesw for Swift: what its importer cannot take (macros, variadic functions, shared globals) as functions.
//
// The feature macros stand here and not in Package.swift: the importer reads this header again for every client, without
// the settings of this target, and would see other structures.
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#define NCURSES_NOMACROS 1

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <term.h>
#include <wchar.h>
#undef lines
#undef columns

_Static_assert(sizeof(wchar_t) == 4, "a wchar_t holds any scalar");

/// The window as large as the screen; NULL before ``newterm``.
static inline WINDOW *_Nullable cncurses_window(void) { return stdscr; }

/// How many colours the terminal has, after ``start_color``.
static inline int cncurses_colors(void) { return COLORS; }

/// How many pairs of colours it can show, after ``start_color``.
static inline int cncurses_pairs(void) { return COLOR_PAIRS; }

/// The attributes as numbers.
static const attr_t CNCURSES_BOLD = A_BOLD, CNCURSES_DIM = A_DIM, CNCURSES_REVERSE = A_REVERSE,
                    CNCURSES_UNDERLINE = A_UNDERLINE, CNCURSES_ITALIC = A_ITALIC;

/// Makes a cell of a letter with its marks (no more than fit, ended by 0), attributes and a pair that may pass 255.
static inline int cncurses_set_cell(cchar_t *_Nonnull cell, const wchar_t *_Nonnull letter, attr_t attributes, int pair) {
  return setcchar(cell, letter, attributes, 0, &pair);
}

/// Everything on the terminal is unknown from now on: the next update draws all of it.
static inline void cncurses_forget_screen(void) { clearok(curscr, 1); }

/// Moves the lines from `top` to `bottom` on the terminal as ncurses takes it to be, and on the window, up by `count`, or down
/// where that is negative: for one who has told the terminal the same.
static inline void cncurses_note_scroll(WINDOW *_Nonnull window, int top, int bottom, int count) {
  WINDOW *both[] = {curscr, window};
  for (int index = 0; index < 2; index++) {
    scrollok(both[index], 1);
    wsetscrreg(both[index], top, bottom);
    wscrl(both[index], count);
    wsetscrreg(both[index], 0, getmaxy(both[index]) - 1);
    scrollok(both[index], 0);
  }
}

/// What a terminal has to be told to show letters with those attributes and that pair from now on, ncurses taking note of it: at
/// most `room` bytes into `sequence`. Gives their number; 0 where there is too little room, and then nothing is to be written.
/// For the thread that draws, between updates, and to be ended by no attributes and pair 0.
int cncurses_look_sequence(attr_t attributes, int pair, char *_Nonnull sequence, int room);

/// Puts two numbers into a capability that takes them: the text, to be copied at once; NULL where that cannot be.
static inline const char *_Nullable cncurses_fill(const char *_Nonnull capability, int first, int second) {
  return tiparm(capability, first, second);
}

/// Whether `term` names a terminal that terminfo knows and that can move its cursor: 1; 0 where it cannot; -1 where terminfo
/// does not know it.
int cncurses_probe(const char *_Nonnull term, int output);

/// A string capability of the terminal probed last or in use; NULL where it has none.
const char *_Nullable cncurses_capability(const char *_Nonnull name);

/// Starts ncurses on the terminal `term`, which is to enter its second screen: 0, an errno, or -1 where
/// ncurses cannot. It sets handlers of signals: install your own after it; and tell it the size by ``resize_term``. It begins
/// with the terminal's size where it `may_ask_size`, else with the one in terminfo, which not every entry has.
///
/// From here on what ncurses writes is kept in memory, so that a frame reaches the terminal in one piece, unless the system has none
/// to give: ``cncurses_is_kept``.
int cncurses_start(const char *_Nonnull term, int input, int output, int may_ask_size);

/// Whether what ncurses writes is kept, and is to be taken and written by the caller.
int cncurses_is_kept(void);

/// How many bytes are kept.
size_t cncurses_kept(void);

/// Takes those bytes, as many. Gives their number.
size_t cncurses_take(uint8_t *_Nonnull bytes, size_t count);
