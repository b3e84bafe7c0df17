// The smallest program with a list beside a detail, drawn by ncurses: what a terminal, ncurses and the kernel ask for each key.
// Nothing is read, understood or searched. Keys: j or Down, k or Up, Space or Page Down, Page Up, q.
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>

static void draw(int top, int selected) {
  char text[256];
  int middle = COLS * 44 / 100;
  erase();
  for (int row = 0; row < LINES - 1; row++) {
    int number = top + row;
    snprintf(text, sizeof text, "%4d-%02d-%02d  Öppna data %d: nyckeltal", 2000 + number % 30, number % 12 + 1, number % 28 + 1, number);
    if (number == selected) attron(A_REVERSE);
    mvaddnstr(row, 1, text, middle - 2);
    attroff(A_REVERSE);
    mvaddstr(row, middle, "│");
    snprintf(text, sizeof text, "Rad %d av det som sägs om nummer %d, lika lång som en rad brukar vara", row, selected);
    if (row % 5) mvaddnstr(row, middle + 3, text, COLS - middle - 4);
  }
  mvprintw(LINES - 1, 1, "%d of 100,000   ? help", selected + 1);
  refresh();
}

int main(void) {
  int top = 0, selected = 0;
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  keypad(stdscr, 1);
  curs_set(0);
  for (;;) {
    int page = LINES - 2;
    if (selected < 0) selected = 0;
    if (top > selected) top = selected;
    if (top <= selected - page) top = selected - page + 1;
    draw(top, selected);
    switch (getch()) {
      case 'j': case KEY_DOWN: selected++; break;
      case 'k': case KEY_UP: selected--; break;
      case ' ': case KEY_NPAGE: selected += page; top += page; break;
      case KEY_PPAGE: selected -= page; top -= page; break;
      case ERR: case 'q': case 'Q': endwin(); return 0;
    }
  }
}
