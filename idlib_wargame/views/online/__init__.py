"""What the browser seats, the server behind them and the desk share."""
